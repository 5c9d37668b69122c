package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks the order of tokens before the JSON reader sees them: its own messages would quote the file, secrets and all.
 * Names no word or string of the file.
 */
final class Grammar {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 100;
    private static final Pattern IDENTIFIER =
            Pattern.compile("[\\p{L}\\p{Nl}$_][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}$]*");
    private static final Pattern LITERAL = Pattern.compile("true|false|null|NaN|[+-]?Infinity"
            + "|[+-]?((0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?|(0|[1-9][0-9]*)\\.|\\.[0-9]+([eE][+-]?[0-9]+)?)");

    /** What may come next. */
    private enum Expected {
        ROOT("{"),
        KEY("a key or }"),
        COLON("a colon"),
        VALUE("a value"),
        ITEM("a value or ]"),
        COMMA_IN_OBJECT("a comma or }"),
        COMMA_IN_LIST("a comma or ]"),
        END("the end of the file");

        private final String text;

        Expected(String text) {
            this.text = text;
        }
    }

    private final Source source;
    private final Deque<Token> open = new ArrayDeque<>();

    private Grammar(Source source) {
        this.source = source;
    }

    /**
     * Checks that the tokens are one object.
     *
     * @throws ConfigException at the first token that is out of place
     */
    static void check(Source source, List<Token> tokens) {
        Grammar grammar = new Grammar(source);
        Expected expected = Expected.ROOT;
        for (Token token : tokens) {
            expected = grammar.after(token, expected);
        }
        if (expected != Expected.END) {
            throw grammar.unclosed();
        }
    }

    private Expected after(Token token, Expected expected) {
        Kind kind = token.kind();
        return switch (expected) {
            case ROOT -> kind == Kind.OPEN_OBJECT ? open(token) : fail(token, expected);
            case KEY -> kind == Kind.CLOSE_OBJECT ? close() : key(token);
            case COLON -> kind == Kind.COLON ? Expected.VALUE : fail(token, expected);
            case VALUE -> value(token, expected);
            case ITEM -> kind == Kind.CLOSE_LIST ? close() : value(token, expected);
            case COMMA_IN_OBJECT -> separator(token, expected, Kind.CLOSE_OBJECT, Expected.KEY);
            case COMMA_IN_LIST -> separator(token, expected, Kind.CLOSE_LIST, Expected.ITEM);
            case END -> fail(token, expected);
        };
    }

    private Expected open(Token token) {
        open.push(token);
        if (open.size() > DEEPEST) {
            throw refused(token, "nested more than " + DEEPEST + " deep");
        }
        return token.kind() == Kind.OPEN_OBJECT ? Expected.KEY : Expected.ITEM;
    }

    private Expected close() {
        open.pop();
        return afterValue();
    }

    private Expected afterValue() {
        if (open.isEmpty()) {
            return Expected.END;
        }
        return open.peek().kind() == Kind.OPEN_OBJECT ? Expected.COMMA_IN_OBJECT : Expected.COMMA_IN_LIST;
    }

    private Expected separator(Token token, Expected expected, Kind closing, Expected next) {
        if (token.kind() == Kind.COMMA) {
            return next;
        }
        return token.kind() == closing ? close() : fail(token, expected);
    }

    private Expected key(Token token) {
        if (token.kind() == Kind.WORD && !IDENTIFIER.matcher(text(token)).matches()) {
            throw refused(token, "a key of other characters than letters, digits, _ and $ must stand in quotes");
        }
        return token.kind() == Kind.WORD || token.kind() == Kind.STRING ? Expected.COLON : fail(token, Expected.KEY);
    }

    private Expected value(Token token, Expected expected) {
        return switch (token.kind()) {
            case OPEN_OBJECT, OPEN_LIST -> open(token);
            case STRING -> afterValue();
            case WORD -> literal(token);
            default -> fail(token, expected);
        };
    }

    private Expected literal(Token token) {
        String text = text(token);
        if (text.matches("[+-]?0[xX].*")) {
            throw refused(token, "hexadecimal numbers are not supported; write it in decimal");
        }
        if (text.matches("[+-]?0[0-9].*")) {
            throw refused(token, "a number must not begin with 0");
        }
        if (text.matches("[^eE]*[0-9.][eE][+-]?[0-9]{4,}")) {
            throw refused(token, "the exponent of a number must have at most 3 digits");
        }
        if (text.length() > LONGEST_NUMBER || !LITERAL.matcher(text).matches()) {
            throw refused(token, "neither a number nor true, false or null; text must stand in quotes");
        }
        return afterValue();
    }

    private String text(Token token) {
        return source.text().substring(token.start(), token.end());
    }

    private Expected fail(Token token, Expected expected) {
        throw refused(token, "expected " + expected.text + ", found " + token.kind());
    }

    private ConfigException unclosed() {
        Token last = open.getFirst();
        return refused(last, "this " + last.kind() + " is not closed before the file ends");
    }

    private ConfigException refused(Token token, String why) {
        return new ConfigException(source.at(token.start()) + ": not JSON5: " + why);
    }
}
