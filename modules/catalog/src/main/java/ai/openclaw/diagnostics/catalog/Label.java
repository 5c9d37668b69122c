package ai.openclaw.diagnostics.catalog;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A label of a family: its name, which values it may have, and what replaces a value that is absent or refused.
 *
 * @param name the label's name, {@code [a-z][a-z_]*}
 * @param rule which procedure of the label policy its values go through
 * @param fallback the value that replaces an absent or refused one; itself a valid value
 * @param description one sentence for the metric reference
 * @param optional whether a series is exposed without this label where the event has no value for it
 * @param since the first profile that has this label; it is hidden in earlier ones
 * @param values the only values beside the fallback, from {@link Profile#V2026_9} on; empty if the policy alone decides
 */
public record Label(
        String name,
        LabelRule rule,
        String fallback,
        String description,
        boolean optional,
        Profile since,
        List<String> values) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]*");
    private static final Pattern FALLBACK = Pattern.compile("[a-z_]{1,32}");

    /** Checks the name and the fallback. */
    public Label {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(since, "since");
        values = List.copyOf(values);
        if (!NAME.matcher(name).matches() || name.equals("le")) {
            throw new CatalogException("label \"" + name + "\": must match [a-z][a-z_]* and not be le");
        }
        if (!FALLBACK.matcher(fallback).matches()) {
            throw new CatalogException("label \"" + name + "\": fallback \"" + fallback + "\" must match " + FALLBACK);
        }
    }

    /** Returns a label of every profile whose values go through {@link LabelRule#VALUE} and fall back to {@code unknown}. */
    public static Label of(String name, String description) {
        return new Label(name, LabelRule.VALUE, "unknown", description, false, Profile.V2026_5, List.of());
    }

    /** Returns this label with another fallback. */
    public Label withFallback(String otherFallback) {
        return new Label(name, rule, otherFallback, description, optional, since, values);
    }

    /** Returns this label with values that name a queue lane: see {@link LabelRule#LANE}. */
    public Label ofLanes() {
        return new Label(name, LabelRule.LANE, fallback, description, optional, since, values);
    }

    /** Returns this label, left out where an event has no value for it. */
    public Label orAbsent() {
        return new Label(name, rule, fallback, description, true, since, values);
    }

    /** Returns this label, hidden in the profiles before this one. */
    public Label since(Profile profile) {
        return new Label(name, rule, fallback, description, optional, profile, values);
    }

    /** Returns this label with a closed set of values: in the profiles from 2026.9 on, any other one is replaced. */
    public Label closed(String... only) {
        return new Label(name, rule, fallback, description, optional, since, List.of(only));
    }

    /** Tells whether a value is in the closed set that a profile has for this label; always, if there is none. */
    public boolean admits(String value, Profile profile) {
        return values.isEmpty() || !profile.has(Profile.V2026_9) || values.contains(value);
    }
}
