package ai.openclaw.diagnostics.config.schema;

import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.Suggestion;
import ai.openclaw.diagnostics.json5.Json5Value;
import ai.openclaw.diagnostics.json5.Json5Value.ArrayValue;
import ai.openclaw.diagnostics.json5.Json5Value.Item;
import ai.openclaw.diagnostics.json5.Json5Value.Member;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import ai.openclaw.diagnostics.json5.Json5Value.ScalarValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a document against the schema: replaces references to variables and collects every problem. */
public final class Checker {

    /**
     * What a document says.
     *
     * @param members the members that the schema knows, by path, with references to variables replaced
     * @param passedOver the paths that mean nothing here, in the order of the file
     */
    public record Checked(Map<String, Member> members, List<String> passedOver) {}

    private static final String ENTRIES = Schema.PLUGINS_ENTRIES;

    private final ConfigText text;
    private final ConfigEnvironment environment;
    private final Redaction redaction;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Member> members = new HashMap<>();
    private final List<String> passedOver = new ArrayList<>();

    private Checker(ConfigText text, ConfigEnvironment environment) {
        this.text = text;
        this.environment = environment;
        this.redaction = new Redaction(environment.looksSecret());
    }

    /**
     * Checks all but the entries of plugins, which depend on what is installed.
     *
     * @throws ai.openclaw.diagnostics.config.source.ConfigException with all the problems there are
     */
    public static Checked check(ConfigText text, ConfigEnvironment environment) {
        Checker checker = new Checker(text, environment);
        checker.object(text.root(), SchemaNode.ROOT, "");
        checker.credentials();
        return checker.result();
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
        Problem.refuse(text, problems);
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
                problem(member.start(), here, refusal);
            } else if (isFirst(member, seen, here)) {
                value(member, known, here);
            }
        }
    }

    private boolean isFirst(Member member, Map<String, Member> seen, String path) {
        Member first = seen.putIfAbsent(member.key(), member);
        if (first != null) {
            problem(
                    member.start(),
                    path,
                    "given twice, first in line " + text.document().line(first.start()));
        }
        return first == null;
    }

    /** A section that is refused is harmless where it says itself that it is off. */
    private static boolean isSwitchedOff(Member member, SchemaNode known) {
        return known.refusal() != null
                && member.value() instanceof ObjectValue object
                && Boolean.FALSE.equals(object.plain().get("enabled"));
    }

    private void unknown(Member member, SchemaNode level, String path) {
        if (member.key().equals(ReferenceKeys.INCLUDE)) {
            problem(member.start(), Paths.join(path, member.key()), ReferenceKeys.INCLUDE_REFUSED);
            return;
        }
        problem(
                member.start(),
                Paths.join(path, redaction.key(member.key())),
                "unknown key" + level.suggestion(path, member.key()));
    }

    private void value(Member member, SchemaNode known, String path) {
        ConfigKey<?> key = known.key();
        Json5Value value = member.value();
        if (key != null) {
            members.put(path, member.with(typed(value, key.type(), path)));
        } else if (value instanceof ObjectValue object) {
            members.put(path, member);
            if (!known.holdsPlugins()) {
                object(object, known, path);
            }
        } else {
            problem(value.start(), path, "found " + value.kind() + ", allowed an object");
        }
    }

    private void entry(Member entry, Collection<String> ids, Map<String, Member> seen) {
        if (!ids.contains(entry.key())) {
            unknownPlugin(entry, Paths.join(ENTRIES, redaction.key(entry.key())), ids);
            return;
        }
        String path = Paths.join(ENTRIES, entry.key());
        if (isFirst(entry, seen, path)) {
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
        problem(offset, path, "there is no plugin with this id; did you mean " + meant + "?");
    }

    /** Returns a value with its references replaced, checked against a type. */
    private Json5Value typed(Json5Value value, ValueType<?> type, String path) {
        int before = problems.size();
        Json5Value resolved = resolved(value, path);
        if (problems.size() == before) {
            check(value, resolved, type, path);
        }
        return resolved;
    }

    private void check(Json5Value written, Json5Value resolved, ValueType<?> type, String path) {
        ValueType<String> item = type.item();
        if (item != null && resolved instanceof ArrayValue list) {
            List<Item> items = ((ArrayValue) written).items();
            for (int i = 0; i < items.size(); i++) {
                check(items.get(i).value(), list.items().get(i).value(), item, Paths.item(path, i));
            }
        } else if (type.read(resolved) == null) {
            String found = redaction.found(text.document().written(written), path, written);
            String rule = found.equals("an empty string") && type.allowed().equals("a string")
                    ? "a string that is not empty"
                    : type.allowed();
            String remedy = type.remedy(resolved);
            problem(
                    written.start(),
                    path,
                    "found " + found + ", allowed " + rule + (remedy == null ? "" : "; " + remedy));
        }
    }

    private Json5Value resolved(Json5Value value, String path) {
        if (value instanceof ObjectValue object) {
            return new ObjectValue(object.start(), object.end(), members(object, path));
        }
        if (value instanceof ArrayValue array) {
            List<Item> items = new ArrayList<>();
            array.items().forEach(item -> items.add(item.with(resolved(item.value(), Paths.item(path, items.size())))));
            return new ArrayValue(array.start(), array.end(), List.copyOf(items));
        }
        return resolved((ScalarValue) value, path);
    }

    private List<Member> members(ObjectValue object, String path) {
        Map<String, Member> seen = new LinkedHashMap<>();
        for (Member member : object.members()) {
            String here = Paths.join(path, redaction.key(member.key()));
            if (isFirst(member, seen, here)) {
                seen.put(member.key(), member.with(resolved(member.value(), here)));
            }
        }
        return List.copyOf(seen.values());
    }

    private Json5Value resolved(ScalarValue scalar, String path) {
        if (!(scalar.value() instanceof String string)) {
            return scalar;
        }
        Optional<String> missing = Substitution.missing(string, environment.variables());
        missing.ifPresent(name -> problem(
                scalar.start(),
                path,
                "the environment variable " + name + " is not set or empty; set it, or write $${" + name
                        + "} for the text itself"));
        return new ScalarValue(scalar.start(), scalar.end(), Substitution.replace(string, environment.variables()));
    }

    private void credentials() {
        boolean ambiguous = members.containsKey(Schema.AUTH_TOKEN.path())
                && members.containsKey(Schema.AUTH_PASSWORD.path())
                && !members.containsKey(Schema.AUTH_MODE.path());
        Member auth = members.get("gateway.auth");
        if (ambiguous && auth != null) {
            problem(
                    auth.start(),
                    "gateway.auth",
                    "both token and password are configured; set gateway.auth.mode to \"token\" or \"password\"");
        }
    }

    private void problem(int offset, String path, String what) {
        problems.add(new Problem(offset, Paths.cut(path) + ": " + what));
    }
}
