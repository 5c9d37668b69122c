package ai.openclaw.diagnostics.catalog;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A label of a family: its name, how its values are judged, and what stands in for a value that is absent or refused.
 *
 * @param name the label's name, {@code [a-z][a-z_]*}
 * @param rule which procedure of the label policy its values go through
 * @param fallback the value that replaces an absent or refused one; itself a valid value
 * @param meaning one sentence for the metric reference
 */
public record Label(String name, LabelRule rule, String fallback, String meaning) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]*");
    private static final Pattern FALLBACK = Pattern.compile("[a-z_]{1,32}");

    /** Checks the name and the fallback. */
    public Label {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(meaning, "meaning");
        if (!NAME.matcher(name).matches() || name.equals("le")) {
            throw new CatalogException("label \"" + name + "\": must match [a-z][a-z_]* and not be le");
        }
        if (!FALLBACK.matcher(fallback).matches()) {
            throw new CatalogException("label \"" + name + "\": fallback \"" + fallback + "\" must match " + FALLBACK);
        }
    }

    /** Returns a label whose values go through {@link LabelRule#VALUE} and fall back to {@code unknown}. */
    public static Label of(String name, String meaning) {
        return new Label(name, LabelRule.VALUE, "unknown", meaning);
    }

    /** Returns this label with another fallback. */
    public Label orElse(String otherFallback) {
        return new Label(name, rule, otherFallback, meaning);
    }
}
