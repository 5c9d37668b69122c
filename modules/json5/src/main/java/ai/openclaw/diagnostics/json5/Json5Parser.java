package ai.openclaw.diagnostics.json5;

import ai.openclaw.diagnostics.json5.Json5Value.ArrayValue;
import ai.openclaw.diagnostics.json5.Json5Value.Item;
import ai.openclaw.diagnostics.json5.Json5Value.Member;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import ai.openclaw.diagnostics.json5.Json5Value.ScalarValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a text into a tree, in one pass. */
final class Json5Parser {

    static final int MAX_LENGTH = 1 << 20;

    private static final int MAX_DEPTH = 64;

    private final Cursor cursor;
    private final Strings strings;
    private final Words words;
    private int depth;

    private Json5Parser(String text) {
        this.cursor = new Cursor(text);
        this.strings = new Strings(cursor);
        this.words = new Words(cursor);
    }

    /** Returns the value of a text, or null if it has none. */
    static @Nullable Json5Value parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new Json5Exception(0, text.length() + " characters, at most " + MAX_LENGTH);
        }
        Json5Parser parser = new Json5Parser(text);
        parser.cursor.skipSpace();
        Json5Value root = parser.cursor.peek() == Cursor.END ? null : parser.value("a value");
        parser.cursor.skipSpace();
        if (parser.cursor.peek() != Cursor.END) {
            throw parser.unexpected("the end of the text");
        }
        return root;
    }

    private Json5Value value(String expected) {
        int start = cursor.offset();
        int c = cursor.peek();
        if (c == '{' || c == '[') {
            return container(start, c == '{');
        }
        if (c == '"' || c == '\'') {
            String decoded = strings.string();
            return new ScalarValue(start, cursor.offset(), decoded);
        }
        if (!Characters.isInWord(c)) {
            throw unexpected(expected);
        }
        Object decoded = words.value();
        return new ScalarValue(start, cursor.offset(), decoded);
    }

    private Json5Value container(int start, boolean isObject) {
        if (++depth > MAX_DEPTH) {
            throw new Json5Exception(start, "nested more than " + MAX_DEPTH + " deep");
        }
        cursor.next();
        Json5Value container = isObject ? object(start) : array(start);
        depth--;
        return container;
    }

    private ObjectValue object(int start) {
        List<Member> members = new ArrayList<>();
        boolean more = true;
        while (!closes(start, '}')) {
            if (!more) {
                throw unexpected("a comma or }");
            }
            Member member = member();
            members.add(member);
            more = member.comma() != Json5Value.NO_COMMA;
        }
        return new ObjectValue(start, cursor.offset(), List.copyOf(members));
    }

    private Member member() {
        int start = cursor.offset();
        boolean quoted = cursor.peek() == '"' || cursor.peek() == '\'';
        if (!quoted && !Characters.isInWord(cursor.peek())) {
            throw unexpected("a key or }");
        }
        String key = quoted ? strings.string() : strings.identifier();
        cursor.skipSpace();
        if (cursor.peek() != ':') {
            throw unexpected("a colon");
        }
        cursor.next();
        cursor.skipSpace();
        Json5Value value = value("a value");
        return new Member(key, start, quoted, value, comma());
    }

    private ArrayValue array(int start) {
        List<Item> items = new ArrayList<>();
        boolean more = true;
        while (!closes(start, ']')) {
            if (!more) {
                throw unexpected("a comma or ]");
            }
            Item item = new Item(value("a value or ]"), comma());
            items.add(item);
            more = item.comma() != Json5Value.NO_COMMA;
        }
        return new ArrayValue(start, cursor.offset(), List.copyOf(items));
    }

    /** Moves behind the comma that follows an element, if one does. */
    private int comma() {
        cursor.skipSpace();
        int offset = cursor.offset();
        return cursor.skip(',') ? offset : Json5Value.NO_COMMA;
    }

    private boolean closes(int start, char bracket) {
        cursor.skipSpace();
        if (cursor.peek() == Cursor.END) {
            char open = bracket == '}' ? '{' : '[';
            throw new Json5Exception(start, "this " + open + " is not closed before the text ends");
        }
        return cursor.skip(bracket);
    }

    private Json5Exception unexpected(String expected) {
        int c = cursor.peek();
        if (c == '/') {
            return new Json5Exception(cursor.offset(), "a / begins a comment only as // or /*");
        }
        return new Json5Exception(cursor.offset(), "expected " + expected + ", found " + name(c));
    }

    /** Returns what a message calls what begins with a character; the character itself only if it is punctuation. */
    private static String name(int c) {
        return switch (c) {
            case Cursor.END -> "the end of the text";
            case '{', '}', '[', ']' -> Character.toString(c);
            case ':' -> "a colon";
            case ',' -> "a comma";
            case '"', '\'' -> "a string";
            default -> Characters.isInWord(c) ? "a word or number" : String.format("the character U+%04X", c);
        };
    }
}
