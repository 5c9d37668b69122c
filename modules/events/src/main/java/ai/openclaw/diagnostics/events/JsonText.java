package ai.openclaw.diagnostics.events;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds its way through a JSON text in UTF-8: where values begin and end. What is not asked for is passed over without being
 * decoded, whatever it is: its depth, its length and its names cost no memory, and a value that is no JSON, such as
 * {@code NaN}, harms no other. Brackets, quotes, colons and commas must be right. For one thread.
 */
final class JsonText {

    /** The text breaks the rules of JSON, or ends too early. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        private MalformedException() {
            super("malformed JSON", null, false, false); // without a stack trace: senders can cause it at any rate
        }
    }

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final byte[] bytes;
    private final int start;
    private final int limit;
    private int nameFrom;
    private int nameTo;
    private boolean nameEscaped;
    private boolean escaped;
    private long[] brackets = {};

    JsonText(byte[] bytes, int from, int to) {
        boolean marked = to - from >= 3 && Arrays.equals(bytes, from, from + 3, BYTE_ORDER_MARK, 0, 3);
        this.bytes = bytes;
        this.start = marked ? from + 3 : from;
        this.limit = to;
    }

    /** Returns the position of the first value. */
    int start() {
        return skipSpace(start);
    }

    /** Tells whether nothing but white space is there. */
    boolean isAtEnd(int position) {
        return skipSpace(position) == limit;
    }

    /** Returns the byte there, or 0 at the end. */
    byte at(int position) {
        return position < limit ? bytes[position] : 0;
    }

    /** Tells whether a value is this literal. */
    boolean is(String literal, int from, int to) {
        boolean equal = to - from == literal.length();
        for (int i = 0; equal && i < literal.length(); i++) {
            equal = bytes[from + i] == literal.charAt(i);
        }
        return equal;
    }

    private int skipSpace(int position) {
        int at = position;
        while (at < limit && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }

    /** Enters an object: returns the position of its first member, or the complement of the position after it. */
    int enter(int position) throws MalformedException {
        return enter(position, '{', '}');
    }

    /** Enters an array: returns the position of its first value, or the complement of the position after it. */
    int enterArray(int position) throws MalformedException {
        return enter(position, '[', ']');
    }

    private int enter(int position, char open, char close) throws MalformedException {
        if (at(position) != open) {
            throw new MalformedException();
        }
        int first = skipSpace(position + 1);
        return at(first) == close ? ~(first + 1) : first;
    }

    /** Passes over the name of a member, which {@link #nameIn} tells; returns the position of its value. */
    int member(int position) throws MalformedException {
        if (at(position) != '"') {
            throw new MalformedException();
        }
        int end = skipString(position);
        nameFrom = position + 1;
        nameTo = end - 1;
        nameEscaped = escaped;
        int colon = skipSpace(end);
        if (at(colon) != ':') {
            throw new MalformedException();
        }
        return skipSpace(colon + 1);
    }

    /** Returns which of these names the member has, or a negative number. */
    int nameIn(ByteNames names) {
        if (!nameEscaped) {
            return names.find(bytes, nameFrom, nameTo);
        }
        String name = unescaped(nameFrom, nameTo);
        byte[] utf8 = (name == null ? "" : name).getBytes(StandardCharsets.UTF_8);
        return names.find(utf8, 0, utf8.length);
    }

    /** Goes on after a member: returns the position of the next one, or the complement of the position after the object. */
    int next(int position) throws MalformedException {
        return next(position, '}');
    }

    /** Goes on after a value of an array: returns the position of the next one, or the complement of the one after the array. */
    int nextInArray(int position) throws MalformedException {
        return next(position, ']');
    }

    private int next(int position, char close) throws MalformedException {
        int at = skipSpace(position);
        if (at(at) == ',') {
            return skipSpace(at + 1);
        }
        if (at(at) == close) {
            return ~(at + 1);
        }
        throw new MalformedException();
    }

    /** Passes over a value of any kind; {@link #isEscaped} tells of a string afterwards. */
    int skipValue(int position) throws MalformedException {
        return switch (at(position)) {
            case '"' -> skipString(position);
            case '{', '[' -> skipContainer(position);
            default -> skipToken(position);
        };
    }

    /** Tells whether the string that was passed over last has a backslash. */
    boolean isEscaped() {
        return escaped;
    }

    private int skipString(int quote) throws MalformedException {
        boolean backslash = false;
        int at = JsonQuotes.next(bytes, quote + 1, limit);
        while (at < limit) {
            if (bytes[at] == '"') {
                escaped = backslash;
                return at + 1;
            }
            backslash = true;
            at = JsonQuotes.next(bytes, at + 2, limit); // whatever it escapes, it ends nothing
        }
        throw new MalformedException();
    }

    private int skipToken(int position) throws MalformedException {
        int at = position;
        while (at < limit && isOfToken(bytes[at])) {
            at++;
        }
        if (at == position) {
            throw new MalformedException();
        }
        return at;
    }

    private static boolean isOfToken(byte b) {
        return b > ' ' && b != ',' && b != ']' && b != '}' && b != ':' && b != '"' && b != '[' && b != '{';
    }

    /** Looks at brackets and strings only, and keeps a bit for each bracket that is open. */
    private int skipContainer(int position) throws MalformedException {
        int depth = 0;
        int at = position;
        while (at < limit) {
            byte b = bytes[at++];
            if (b == '"') {
                at = skipString(at - 1);
            } else if (b == '{' || b == '[') {
                open(depth++, b == '{');
            } else if (b == '}' || b == ']') {
                close(--depth, b == '}');
                if (depth == 0) {
                    return at;
                }
            }
        }
        throw new MalformedException();
    }

    private void open(int depth, boolean object) {
        int word = depth >> 6;
        if (word == brackets.length) {
            brackets = Arrays.copyOf(brackets, Math.max(1, 2 * word));
        }
        long bit = 1L << depth;
        brackets[word] = object ? brackets[word] | bit : brackets[word] & ~bit;
    }

    private void close(int depth, boolean object) throws MalformedException {
        if ((brackets[depth >> 6] >> depth & 1) != (object ? 1 : 0)) {
            throw new MalformedException();
        }
    }

    /** Returns the number that a token spells, or {@code NaN}. */
    double number(int from, int to) {
        return JsonNumber.parse(bytes, from, to);
    }

    /** Returns the type that the text between two quotes names, or {@link UnknownEvent#TYPE}. */
    EventType<?> eventType(int from, int to) {
        EventType<?> named = EventTypes.named(bytes, from, to);
        return named == null ? UnknownEvent.TYPE : named;
    }

    /** Returns the text between two quotes; bytes that are no UTF-8 become U+FFFD. */
    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Returns the text between two quotes that has backslashes, or null if one of them escapes nothing. */
    @Nullable
    String unescaped(int from, int to) {
        return JsonEscapes.decoded(text(from, to));
    }
}
