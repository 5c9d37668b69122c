package ai.openclaw.diagnostics.policy;

/** White space as ECMAScript's {@code trim} knows it: also no-break spaces, the byte order mark and line separators. */
final class Whitespace {

    private Whitespace() {}

    static int skipLeading(String text, int to) {
        int at = 0;
        while (at < to && is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static int skipTrailing(String text, int from) {
        int end = text.length();
        while (end > from && is(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean is(char c) {
        if (c < 128) {
            return c == ' ' || c >= '\t' && c <= '\r';
        }
        return switch (c) {
            case '\u00a0', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000', '\ufeff' -> true;
            default -> c >= '\u2000' && c <= '\u200a';
        };
    }
}
