package ai.openclaw.diagnostics.config.schema;

import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.Suggestion;
import ai.openclaw.diagnostics.json5.Json5Value;
import ai.openclaw.diagnostics.json5.Json5Value.ArrayValue;
import ai.openclaw.diagnostics.json5.Json5Value.Member;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a document against the schema, key by key, and collects every problem. */
public final class Checker {

    /**
     * What a document says.
     *
     * @param members the members that the schema knows, by path, with references to variables replaced
     * @param passedOver the paths that mean nothing here, in the order of the file
     */
    public record Checked(Map<String, Member> members, List<String> passedOver) {}

    private static final String ENTRIES = Schema.PLUGINS_ENTRIES;

    private final Redaction redaction;
    private final Problems problems;
    private final ValueCheck values;
    private final Map<String, Member> members = new HashMap<>();
    private final List<String> passedOver = new ArrayList<>();

    /** The paths of members with a value that cannot be used. */
    private final Set<String> unusable = new HashSet<>();

    private Checker(ConfigText text, ConfigEnvironment environment) {
        this.problems = new Problems(text);
        this.redaction = new Redaction(environment.looksSecret());
        this.values = new ValueCheck(text, environment, redaction, problems);
    }

    /**
     * Checks all but the entries of plugins, which depend on what is installed.
     *
     * @throws ai.openclaw.diagnostics.config.source.ConfigException with all the problems there are
     */
    public static Checked check(ConfigText text, ConfigEnvironment environment) {
        return general(text, environment).result();
    }

    /** Returns what of a document can be used, whatever else is wrong in it. */
    public static Checked usable(ConfigText text, ConfigEnvironment environment) {
        Checker checker = general(text, environment);
        checker.members.keySet().removeAll(checker.unusable);
        return checker.checked();
    }

    private static Checker general(ConfigText text, ConfigEnvironment environment) {
        Checker checker = new Checker(text, environment);
        checker.object(text.root(), SchemaNode.ROOT, "");
        checker.credentials();
        return checker;
    }

    /**
     * Checks what is said of the plugins that there are. An id that is not one of them is passed over, unless it is so
     * much like one that it must be a misspelling.
     *
     * @param general the result of {@link #check}
     * @param ids the ids of the plugins that there are
     * @throws ai.openclaw.diagnostics.config.source.ConfigException with all the problems there are
     */
    public static Checked plugins(
            ConfigText text, ConfigEnvironment environment, Checked general, Collection<String> ids) {
        Checker checker = new Checker(text, environment);
        checker.members.putAll(general.members);
        checker.passedOver.addAll(general.passedOver);
        Member member = general.members.get(ENTRIES);
        if (member != null && member.value() instanceof ObjectValue entries) {
            Map<String, Member> seen = new HashMap<>();
            entries.members().forEach(entry -> checker.entry(entry, ids, seen));
        }
        checker.misspelt(Schema.PLUGINS_ALLOW, ids);
        checker.misspelt(Schema.PLUGINS_DENY, ids);
        return checker.result();
    }

    private Checked result() {
        problems.refuse();
        return checked();
    }

    private Checked checked() {
        return new Checked(Map.copyOf(members), List.copyOf(passedOver));
    }

    private void object(ObjectValue object, SchemaNode level, String path) {
        Map<String, Member> seen = new HashMap<>();
        for (Member member : object.members()) {
            String here = Paths.join(path, member.key());
            SchemaNode known = level.child(member.key());
            String refusal = known == null ? null : known.refusal();
            if (known == null) {
                unknown(member, level, path);
            } else if (known.isPassedOver() || isSwitchedOff(member, known)) {
                passedOver.add(here);
            } else if (refusal != null) {
                problems.add(member.start(), here, refusal);
            } else if (problems.isFirst(member, seen, here)) {
                value(member, known, here);
            }
        }
    }

    /** A section that is refused is harmless where it says itself that it is off. */
    private static boolean isSwitchedOff(Member member, SchemaNode known) {
        return known.refusal() != null
                && member.value() instanceof ObjectValue object
                && Boolean.FALSE.equals(object.plain().get("enabled"));
    }

    private void unknown(Member member, SchemaNode level, String path) {
        if (member.key().equals(ReferenceKeys.INCLUDE)) {
            problems.add(member.start(), Paths.join(path, member.key()), ReferenceKeys.INCLUDE_REFUSED);
            return;
        }
        problems.add(
                member.start(),
                Paths.join(path, redaction.key(member.key())),
                "unknown key" + level.suggestion(path, member.key()));
    }

    private void value(Member member, SchemaNode known, String path) {
        ConfigKey<?> key = known.key();
        Json5Value value = member.value();
        if (key != null) {
            int before = problems.count();
            members.put(path, member.with(values.resolved(value, key.type(), path)));
            if (problems.count() > before) {
                unusable.add(path);
            }
        } else if (value instanceof ObjectValue object) {
            members.put(path, member);
            if (!known.holdsPlugins()) {
                object(object, known, path);
            }
        } else {
            problems.add(value.start(), path, "found " + value.kind() + ", allowed an object");
        }
    }

    private void entry(Member entry, Collection<String> ids, Map<String, Member> seen) {
        if (!ids.contains(entry.key())) {
            unknownPlugin(entry, Paths.join(ENTRIES, redaction.key(entry.key())), ids);
            return;
        }
        String path = Paths.join(ENTRIES, entry.key());
        if (problems.isFirst(entry, seen, path)) {
            value(entry, SchemaNode.PLUGIN, path);
        }
    }

    private void unknownPlugin(Member entry, String shown, Collection<String> ids) {
        String meant = Suggestion.nearMiss(entry.key(), ids);
        if (meant == null) {
            passedOver.add(shown);
        } else {
            misspelt(entry.start(), shown, meant);
        }
    }

    private void misspelt(ConfigKey<List<String>> key, Collection<String> ids) {
        Member member = members.get(key.path());
        if (member != null && member.value() instanceof ArrayValue list) {
            for (int i = 0; i < list.items().size(); i++) {
                Json5Value item = list.items().get(i).value();
                String id = (String) item.plain();
                String meant = id == null || ids.contains(id) ? null : Suggestion.nearMiss(id, ids);
                if (meant != null) {
                    misspelt(item.start(), Paths.item(key.path(), i), meant);
                }
            }
        }
    }

    private void misspelt(int offset, String path, String meant) {
        problems.add(offset, path, "there is no plugin with this id; did you mean " + meant + "?");
    }

    private void credentials() {
        boolean ambiguous = members.containsKey(Schema.AUTH_TOKEN.path())
                && members.containsKey(Schema.AUTH_PASSWORD.path())
                && !members.containsKey(Schema.AUTH_MODE.path());
        Member auth = members.get("gateway.auth");
        if (ambiguous && auth != null) {
            problems.add(
                    auth.start(),
                    "gateway.auth",
                    "both token and password are configured; set gateway.auth.mode to \"token\" or \"password\"");
        }
    }
}
