package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.Node.ListNode;
import ai.openclaw.diagnostics.config.Node.Member;
import ai.openclaw.diagnostics.config.Node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds a document against the schema and collects every problem. */
final class Checker {

    private static final int LONGEST_KEY_SHOWN = 40;

    private final Document document;
    private final List<Problem> problems;
    private final Map<String, Member> members = new HashMap<>();

    private Checker(Document document) {
        this.document = document;
        this.problems = new ArrayList<>(document.duplicates());
    }

    /**
     * Returns the members that the schema knows, by path.
     *
     * @throws ConfigException with all the problems there are
     */
    static Map<String, Member> check(Document document) {
        Checker checker = new Checker(document);
        checker.object(document.root(), SchemaNode.ROOT, "");
        checker.credentials();
        Problem.refuse(document.source(), checker.problems);
        return Map.copyOf(checker.members);
    }

    private void object(ObjectNode object, SchemaNode level, String path) {
        for (Member member : object.members()) {
            SchemaNode known = level.child(member.key());
            if (known == null) {
                unknown(member, level, path);
            } else {
                String here = Paths.join(path, member.key());
                members.put(here, member);
                value(member, known, here);
            }
        }
    }

    private void unknown(Member member, SchemaNode level, String path) {
        String key = Texts.cut(member.key(), LONGEST_KEY_SHOWN);
        String why = level.holdsPlugins()
                ? "not a plugin's id; allowed are letters, digits and _ . @ / -"
                : "unknown key" + Suggestion.forKey(path, member.key(), level);
        problem(member.keyStart(), Paths.join(path, key), why);
    }

    private void value(Member member, SchemaNode known, String path) {
        ConfigKey<?> key = known.key();
        Node value = member.value();
        if (key != null) {
            typed(value, key.type(), path);
        } else if (value instanceof ObjectNode object) {
            object(object, known, path);
        } else {
            problem(value.start(), path, "found " + value.kind() + ", allowed an object");
        }
    }

    private void typed(Node value, ValueType<?> type, String path) {
        ValueType<String> item = type.item();
        if (item != null && value instanceof ListNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                typed(list.items().get(i), item, Paths.item(path, i));
            }
        } else if (type.read(value) == null) {
            String found = Discretion.found(document.source(), path, value);
            String rule = found.equals("an empty string") && type.allowed().equals("a string")
                    ? "a string that is not empty"
                    : type.allowed();
            problem(value.start(), path, "found " + found + ", allowed " + rule);
        }
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
