package ai.openclaw.diagnostics.json5;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a document and its position. Its {@code toString} says what it is, never what it holds. Immutable. */
public sealed interface Json5Value {

    /** The comma offset of an element that no comma follows. */
    int NO_COMMA = -1;

    /** Returns the offset of the first character. */
    int start();

    /** Returns the offset behind the last character. */
    int end();

    /** Returns the value as unmodifiable maps and lists, strings, {@link Long}s, {@link Double}s, booleans and null. */
    @Nullable
    Object plain();

    /** Returns what it is, for messages: {@code an object}, {@code a string}, … */
    String kind();

    /** An element of an object or array: where it is, and the comma behind it. */
    sealed interface Element {

        /** Returns the offset of the first character. */
        int start();

        /** Returns the value. */
        Json5Value value();

        /** Returns the offset of the comma behind the value, or {@link #NO_COMMA}. */
        int comma();

        /** Returns the offset behind the value. */
        default int end() {
            return value().end();
        }
    }

    /**
     * A key with its value.
     *
     * @param key the key, decoded
     * @param start the offset of the key's first character
     * @param quoted whether the key is in quotes
     */
    record Member(String key, int start, boolean quoted, Json5Value value, int comma) implements Element {

        /** Returns the same member with another value. */
        public Member with(Json5Value other) {
            return new Member(key, start, quoted, other, comma);
        }

        @Override
        public String toString() {
            return "a member";
        }
    }

    /** An item of an array. */
    record Item(Json5Value value, int comma) implements Element {

        @Override
        public int start() {
            return value.start();
        }

        /** Returns the same item with another value. */
        public Item with(Json5Value other) {
            return new Item(other, comma);
        }
    }

    /**
     * An object.
     *
     * @param members its members in the order of the text; a key may be there more than once, the last one counts
     */
    record ObjectValue(int start, int end, List<Member> members) implements Json5Value {

        /** Returns the member that counts for a key, or null. */
        public @Nullable Member member(String key) {
            for (int i = members.size() - 1; i >= 0; i--) {
                if (members.get(i).key.equals(key)) {
                    return members.get(i);
                }
            }
            return null;
        }

        @Override
        public Map<String, @Nullable Object> plain() {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            members.forEach(member -> map.put(member.key, member.value.plain()));
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

    /** An array. */
    record ArrayValue(int start, int end, List<Item> items) implements Json5Value {

        @Override
        public List<@Nullable Object> plain() {
            return items.stream()
                    .<@Nullable Object>map(item -> item.value.plain())
                    .toList();
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
     * @param value a string, a boolean, null, or a number: a {@link Long} if it is written as an integer and is one, else
     *     a {@link Double}
     */
    record ScalarValue(int start, int end, @Nullable Object value) implements Json5Value {

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
}
