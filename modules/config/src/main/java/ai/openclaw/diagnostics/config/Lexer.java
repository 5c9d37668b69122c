package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens; refuses what is no token, and what the JSON reader would misread. */
final class Lexer {

    private static final String PUNCTUATION = "{}[]:,";

    private final Source source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /**
     * Returns the tokens of a text, without its comments.
     *
     * @throws ConfigException if something is not closed or not to be read
     */
    static List<Token> tokens(Source source) {
        Lexer lexer = new Lexer(source);
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (isSpace(c)) {
            at++;
        } else if (c == '/') {
            skipComment();
        } else if (PUNCTUATION.indexOf(c) >= 0) {
            add(Kind.values()[PUNCTUATION.indexOf(c)], at + 1);
        } else if (isQuote(c)) {
            add(Kind.STRING, endOfString(c));
        } else if (c < ' ' || c == '\u00A0' || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
            throw refused(at, "the character " + codePoint(c) + " is not allowed here; use a space");
        } else {
            add(Kind.WORD, endOfWord());
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, at, end));
        at = end;
    }

    private void skipComment() {
        if (text.startsWith("//", at)) {
            while (at < text.length() && !isLineEnd(text.charAt(at))) {
                at++;
            }
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                throw refused(at, "this comment is not closed; */ is missing");
            }
            at = end + 2;
        } else {
            throw refused(at, "a / begins a comment only as // or /*");
        }
    }

    private int endOfString(char quote) {
        int end = at + 1;
        while (end < text.length() && !isLineEnd(text.charAt(end))) {
            char c = text.charAt(end);
            if (c == quote) {
                return end + 1;
            }
            if (c < ' ') {
                throw refused(end, "the character " + codePoint(c) + " must be escaped in a string");
            }
            end += c == '\\' ? escape(end) : 1;
        }
        throw refused(at, "this string is not closed on its line; " + quote + " is missing");
    }

    /** Returns the length of an escape that the JSON reader understands. */
    private int escape(int begin) {
        char c = begin + 1 < text.length() ? text.charAt(begin + 1) : '\n';
        return switch (c) {
            case '"', '\'', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> unicodeEscape(begin);
            case 'x' -> throw refused(begin, "the escape \\x is not supported; write \\u00 and the two digits");
            case 'v' -> throw refused(begin, "the escape \\v is not supported; write \\u000b");
            case '0' -> throw refused(begin, "the escape \\0 is not supported; write \\u0000");
            case '\n', '\r', '\u2028', '\u2029' ->
                throw refused(begin, "a string must end on its line; a line cannot be continued with \\");
            default ->
                throw refused(
                        begin, "unknown escape; known are \\\" \\' \\\\ \\/ \\b \\f \\n \\r \\t \\u and four digits");
        };
    }

    private int unicodeEscape(int begin) {
        int length = 6;
        if (begin + length > text.length()
                || !text.substring(begin + 2, begin + length).matches("[0-9a-fA-F]{4}")) {
            throw refused(begin, "the escape \\u needs four hexadecimal digits");
        }
        return length;
    }

    private int endOfWord() {
        int end = at;
        while (end < text.length() && isInWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isInWord(char c) {
        return c > ' ' && c != '/' && c != '\u00A0' && PUNCTUATION.indexOf(c) < 0 && !isQuote(c) && !isLineEnd(c);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || isLineEnd(c);
    }

    private static String codePoint(char c) {
        return String.format("U+%04X", (int) c);
    }

    private ConfigException refused(int offset, String why) {
        return new ConfigException(source.at(offset) + ": not JSON5: " + why);
    }
}
