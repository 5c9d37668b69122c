package ai.openclaw.diagnostics.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in a file and where it stands. Its {@code toString} says what it is, never its text. */
sealed interface Node {

    /** Returns the offset of the first character. */
    int start();

    /** Returns the offset behind the last character. */
    int end();

    /** Returns the value as maps, lists, strings, numbers, booleans and null. */
    @Nullable
    Object plain();

    /** Returns what messages call it. */
    String kind();

    /**
     * An object.
     *
     * @param members its members in the order of the file, no key twice
     */
    record ObjectNode(int start, int end, List<Member> members) implements Node {

        @Nullable
        Member member(String key) {
            return members.stream()
                    .filter(member -> member.key().equals(key))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Map<String, @Nullable Object> plain() {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            members.forEach(member -> map.put(member.key(), member.value().plain()));
            return Collections.unmodifiableMap(map);
        }

        @Override
        public String kind() {
            return "an object";
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /** A list. */
    record ListNode(int start, int end, List<Node> items) implements Node {

        @Override
        public List<@Nullable Object> plain() {
            return items.stream().<@Nullable Object>map(Node::plain).toList();
        }

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /**
     * A single value.
     *
     * @param value a string, a boolean, a number or null
     */
    record ScalarNode(int start, int end, @Nullable Object value) implements Node {

        @Override
        public @Nullable Object plain() {
            return value;
        }

        @Override
        public String kind() {
            if (value instanceof String text) {
                return text.isBlank() ? "an empty string" : "a string";
            }
            return value == null ? "null" : value instanceof Boolean ? "a boolean" : "a number";
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /**
     * A key with its value.
     *
     * @param keyStart the offset of the key's first character
     */
    record Member(String key, int keyStart, Node value) {}
}
