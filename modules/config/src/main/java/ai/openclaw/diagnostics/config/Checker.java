package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.Node.ListNode;
import ai.openclaw.diagnostics.config.Node.Member;
import ai.openclaw.diagnostics.config.Node.ObjectNode;
import ai.openclaw.diagnostics.config.Node.ScalarNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a document against the schema: replaces references to variables and collects every problem. */
final class Checker {

    /**
     * What a document says.
     *
     * @param members the members that the schema knows, by path, with references to variables replaced
     * @param passedOver the paths that mean nothing here, in the order of the file
     */
    record Checked(Map<String, Member> members, List<String> passedOver) {}

    private static final String ENTRIES = Schema.PLUGINS_ENTRIES;

    private final Document document;
    private final ConfigEnvironment environment;
    private final Redaction redaction;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Member> members = new HashMap<>();
    private final List<String> passedOver = new ArrayList<>();

    private Checker(Document document, ConfigEnvironment environment) {
        this.document = document;
        this.environment = environment;
        this.redaction = new Redaction(environment.looksSecret());
    }

    /**
     * Checks all but the entries of plugins, which depend on what is installed.
     *
     * @throws ConfigException with all the problems there are
     */
    static Checked check(Document document, ConfigEnvironment environment) {
        Checker checker = new Checker(document, environment);
        checker.object(document.root(), SchemaNode.ROOT, "");
        checker.credentials();
        document.duplicates().stream()
                .filter(duplicate -> !duplicate.isBelow(ENTRIES))
                .filter(duplicate -> checker.passedOver.stream().noneMatch(duplicate::isAtOrBelow))
                .forEach(duplicate -> checker.problems.add(duplicate.problem()));
        return checker.result();
    }

    /**
     * Checks what is said of the plugins that there are. An id that is not one of them is passed over, unless it is so
     * much like one that it must be a misspelling.
     *
     * @param general the result of {@link #check}
     * @param ids the ids of the plugins that there are
     * @throws ConfigException with all the problems there are
     */
    static Checked plugins(Document document, ConfigEnvironment environment, Checked general, Collection<String> ids) {
        Checker checker = new Checker(document, environment);
        checker.members.putAll(general.members);
        checker.passedOver.addAll(general.passedOver);
        Member member = general.members.get(ENTRIES);
        if (member != null && member.value() instanceof ObjectNode entries) {
            entries.members().forEach(entry -> checker.entry(entry, ids));
        }
        checker.misspelt(Schema.PLUGINS_ALLOW, ids);
        checker.misspelt(Schema.PLUGINS_DENY, ids);
        return checker.result();
    }

    private Checked result() {
        Problem.refuse(document.source(), problems);
        return new Checked(Map.copyOf(members), List.copyOf(passedOver));
    }

    private void object(ObjectNode object, SchemaNode level, String path) {
        for (Member member : object.members()) {
            String here = Paths.join(path, member.key());
            SchemaNode known = level.child(member.key());
            String refusal = known == null ? null : known.refusal();
            if (known == null) {
                unknown(member, level, path);
            } else if (known.isPassedOver() || isSwitchedOff(member, known)) {
                passedOver.add(here);
            } else if (refusal != null) {
                problem(member.keyStart(), here, refusal);
            } else {
                value(member, known, here);
            }
        }
    }

    /** A section that is refused is harmless where it says itself that it is off. */
    private static boolean isSwitchedOff(Member member, SchemaNode known) {
        return known.refusal() != null
                && member.value() instanceof ObjectNode object
                && Boolean.FALSE.equals(object.plain().get("enabled"));
    }

    private void unknown(Member member, SchemaNode level, String path) {
        if (member.key().equals(ReferenceKeys.INCLUDE)) {
            problem(member.keyStart(), Paths.join(path, member.key()), ReferenceKeys.INCLUDE_REFUSED);
            return;
        }
        problem(
                member.keyStart(),
                Paths.join(path, redaction.key(member.key())),
                "unknown key" + Suggestion.forKey(path, member.key(), level));
    }

    private void value(Member member, SchemaNode known, String path) {
        ConfigKey<?> key = known.key();
        Node value = member.value();
        if (key != null) {
            members.put(path, new Member(member.key(), member.keyStart(), typed(value, key.type(), path)));
        } else if (value instanceof ObjectNode object) {
            members.put(path, member);
            if (!known.holdsPlugins()) {
                object(object, known, path);
            }
        } else {
            problem(value.start(), path, "found " + value.kind() + ", allowed an object");
        }
    }

    private void entry(Member entry, Collection<String> ids) {
        if (!ids.contains(entry.key())) {
            unknownPlugin(entry, Paths.join(ENTRIES, redaction.key(entry.key())), ids);
            return;
        }
        String path = Paths.join(ENTRIES, entry.key());
        value(entry, SchemaNode.PLUGIN, path);
        document.duplicates().stream()
                .filter(duplicate -> duplicate.isAtOrBelow(path))
                .forEach(duplicate -> problems.add(duplicate.problem()));
    }

    private void unknownPlugin(Member entry, String shown, Collection<String> ids) {
        String meant = Suggestion.nearMiss(entry.key(), ids);
        if (meant == null) {
            passedOver.add(shown);
        } else {
            misspelt(entry.keyStart(), shown, meant);
        }
    }

    private void misspelt(ConfigKey<List<String>> key, Collection<String> ids) {
        Member member = members.get(key.path());
        if (member != null && member.value() instanceof ListNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
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
    private Node typed(Node value, ValueType<?> type, String path) {
        int before = problems.size();
        Node resolved = resolved(value, path);
        if (problems.size() == before) {
            check(value, resolved, type, path);
        }
        return resolved;
    }

    private void check(Node written, Node resolved, ValueType<?> type, String path) {
        ValueType<String> item = type.item();
        if (item != null && resolved instanceof ListNode list) {
            List<Node> items = ((ListNode) written).items();
            for (int i = 0; i < items.size(); i++) {
                check(items.get(i), list.items().get(i), item, Paths.item(path, i));
            }
        } else if (type.read(resolved) == null) {
            String found = redaction.found(document.source(), path, written);
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

    private Node resolved(Node node, String path) {
        if (node instanceof ObjectNode object) {
            return new ObjectNode(
                    object.start(),
                    object.end(),
                    object.members().stream()
                            .map(member -> new Member(
                                    member.key(),
                                    member.keyStart(),
                                    resolved(member.value(), Paths.join(path, redaction.key(member.key())))))
                            .toList());
        }
        if (node instanceof ListNode list) {
            List<Node> items = new ArrayList<>();
            list.items().forEach(item -> items.add(resolved(item, Paths.item(path, items.size()))));
            return new ListNode(list.start(), list.end(), List.copyOf(items));
        }
        return resolved((ScalarNode) node, path);
    }

    private Node resolved(ScalarNode scalar, String path) {
        if (!(scalar.value() instanceof String text)) {
            return scalar;
        }
        Optional<String> missing = Substitution.missing(text, environment.variables());
        missing.ifPresent(name -> problem(
                scalar.start(),
                path,
                "the environment variable " + name + " is not set or empty; set it, or write $${" + name
                        + "} for the text itself"));
        return new ScalarNode(scalar.start(), scalar.end(), Substitution.replace(text, environment.variables()));
    }

    private void credentials() {
        boolean ambiguous = members.containsKey(Schema.AUTH_TOKEN.path())
                && members.containsKey(Schema.AUTH_PASSWORD.path())
                && !members.containsKey(Schema.AUTH_MODE.path());
        Member auth = members.get("gateway.auth");
        if (ambiguous && auth != null) {
            problem(
                    auth.keyStart(),
                    "gateway.auth",
                    "both token and password are configured; set gateway.auth.mode to \"token\" or \"password\"");
        }
    }

    private void problem(int offset, String path, String what) {
        problems.add(new Problem(offset, Paths.cut(path) + ": " + what));
    }
}
