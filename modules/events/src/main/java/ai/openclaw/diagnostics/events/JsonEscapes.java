package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/** Replaces the escapes of JSON strings by what they mean. */
final class JsonEscapes {

    private JsonEscapes() {}

    /** Returns the text of a string with its escapes replaced, or null if a backslash escapes nothing. */
    static @Nullable String decoded(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\') {
                int escape = escape(raw, ++i);
                if (escape < 0) {
                    return null;
                }
                i += raw.charAt(i) == 'u' ? 4 : 0;
                c = (char) escape;
            }
            text.append(c);
        }
        return text.toString();
    }

    private static int escape(String raw, int at) {
        return switch (raw.charAt(at)) {
            case '"', '\\', '/' -> raw.charAt(at);
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> at + 5 <= raw.length() ? fourDigits(raw, at + 1) : -1;
            default -> -1;
        };
    }

    private static int fourDigits(String raw, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(raw.charAt(i), 16);
            if (digit < 0 || raw.charAt(i) > 'f') {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
