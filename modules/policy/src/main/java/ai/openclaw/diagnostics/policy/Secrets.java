package ai.openclaw.diagnostics.policy;

import static ai.openclaw.diagnostics.policy.Ascii.ALPHANUMERIC;
import static ai.openclaw.diagnostics.policy.Ascii.ALPHANUMERIC_DASH;
import static ai.openclaw.diagnostics.policy.Ascii.BASE64URL;
import static ai.openclaw.diagnostics.policy.Ascii.DIGIT;
import static ai.openclaw.diagnostics.policy.Ascii.UPPER_ALPHANUMERIC;
import static ai.openclaw.diagnostics.policy.Ascii.WORD;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds secrets by their shapes, in one pass without regular expressions.
 *
 * <p>A secret begins at an ASCII word boundary: {@code risk-assessment} holds no {@code sk-} key. Where it ends is of no
 * matter: a token with something behind it is still a token.
 */
final class Secrets {

    private static final SecretShape[][] BY_FIRST_LETTER = byFirstLetter(List.of(
            SecretShape.of("sk-", BASE64URL, 8),
            SecretShape.of("ghp_", ALPHANUMERIC, 20),
            SecretShape.of("github_pat_", WORD, 20),
            SecretShape.of("xoxb-", ALPHANUMERIC_DASH, 10),
            SecretShape.of("xoxa-", ALPHANUMERIC_DASH, 10),
            SecretShape.of("xoxp-", ALPHANUMERIC_DASH, 10),
            SecretShape.of("xoxr-", ALPHANUMERIC_DASH, 10),
            SecretShape.of("xoxs-", ALPHANUMERIC_DASH, 10),
            SecretShape.of("xapp-", ALPHANUMERIC_DASH, 10),
            SecretShape.of("gsk_", BASE64URL, 10),
            SecretShape.of("AIza", BASE64URL, 20),
            SecretShape.of("pplx-", BASE64URL, 10),
            SecretShape.of("npm_", ALPHANUMERIC, 10),
            SecretShape.of("AKID", ALPHANUMERIC, 10),
            SecretShape.of("LTAI", ALPHANUMERIC, 10),
            SecretShape.of("hf_", ALPHANUMERIC, 10),
            SecretShape.of("r8_", ALPHANUMERIC, 10),
            SecretShape.exactly("AKIA", UPPER_ALPHANUMERIC, 16),
            SecretShape.exactly("ASIA", UPPER_ALPHANUMERIC, 16),
            SecretShape.of("glpat-", BASE64URL, 20),
            SecretShape.of("xai-", BASE64URL, 20),
            SecretShape.of("sk_live_", ALPHANUMERIC, 10),
            SecretShape.of("sk_test_", ALPHANUMERIC, 10),
            SecretShape.of("rk_live_", ALPHANUMERIC, 10),
            SecretShape.of("rk_test_", ALPHANUMERIC, 10),
            SecretShape.of("pk_live_", ALPHANUMERIC, 10),
            SecretShape.of("pk_test_", ALPHANUMERIC, 10)));

    private static final String BOT = "bot";
    private static final int BOT_ID_DIGITS = 6;
    private static final int BOT_TOKEN = 20;
    private static final String GOOGLE = "ya29.";
    private static final int GOOGLE_TOKEN = 10;
    private static final String JWT = "eyJ";
    private static final int JWT_PART = 10;

    private Secrets() {}

    private static SecretShape[][] byFirstLetter(List<SecretShape> shapes) {
        SecretShape[][] table = new SecretShape[128][];
        for (char letter = 0; letter < table.length; letter++) {
            List<SecretShape> here = new ArrayList<>();
            for (SecretShape shape : shapes) {
                char first = shape.prefix().charAt(0);
                if (letter == first
                        || shape.anyCase() && Character.toLowerCase(letter) == Character.toLowerCase(first)) {
                    here.add(shape);
                }
            }
            table[letter] = here.toArray(SecretShape[]::new);
        }
        return table;
    }

    /** Tells whether there is a secret anywhere between the two indices. */
    static boolean anyIn(String text, int from, int to) {
        boolean boundary = true;
        int noWebTokenBefore = from;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            boolean word = Ascii.in(WORD, c);
            if (word && boundary && beginsAt(c, text, at, to)) {
                return true;
            }
            if (word && boundary && (c == 'e' || c == 'E') && at >= noWebTokenBefore && beginsWebToken(text, at, to)) {
                int firstPart = Ascii.endOfRun(BASE64URL, text, at, to);
                if (isWebToken(text, at, firstPart, to)) {
                    return true;
                }
                noWebTokenBefore = firstPart; // beginning later in the same part would not make it longer
            }
            if (c == ':' && at + 1 < to && SecretAssignments.nameEndsAt(text, from, at)) {
                return true;
            }
            boundary = !word;
        }
        return false;
    }

    private static boolean beginsAt(char first, String text, int at, int to) {
        for (SecretShape shape : BY_FIRST_LETTER[first]) {
            if (shape.beginsAt(text, at, to)) {
                return true;
            }
        }
        return switch (first) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> botToken(text, at, to);
            case 'b', 'B' ->
                to - at > BOT.length()
                        && Ascii.beginsWith(true, BOT, text, at)
                        && botToken(text, at + BOT.length(), to);
            case 'y', 'Y' -> googleToken(text, at, to);
            default -> false;
        };
    }

    /** A bot's numeric id, a colon and its token, as Telegram has them. */
    private static boolean botToken(String text, int at, int to) {
        int colon = Ascii.endOfRun(DIGIT, text, at, to);
        return colon - at >= BOT_ID_DIGITS
                && to - colon > BOT_TOKEN
                && text.charAt(colon) == ':'
                && Ascii.all(BASE64URL, text, colon + 1, colon + 1 + BOT_TOKEN);
    }

    /** The body is random, so one without any digit or capital is a word: {@code ya29.something}. */
    private static boolean googleToken(String text, int at, int to) {
        if (to - at < GOOGLE.length() || !Ascii.beginsWith(true, GOOGLE, text, at)) {
            return false;
        }
        int body = at + GOOGLE.length();
        int end = Ascii.endOfRun(BASE64URL, text, body, to);
        int lower = Ascii.endOfRun(Ascii.LOWER | Ascii.UNDERSCORE | Ascii.DASH, text, body, end);
        return end - body >= GOOGLE_TOKEN && lower < end;
    }

    private static boolean beginsWebToken(String text, int at, int to) {
        return to - at >= JWT_PART && Ascii.beginsWith(true, JWT, text, at);
    }

    /** A JSON web token: three parts, the first of which is an encoded JSON object. */
    private static boolean isWebToken(String text, int at, int first, int to) {
        int second = Ascii.endOfRun(BASE64URL, text, Math.min(first + 1, to), to);
        int third = Ascii.endOfRun(BASE64URL, text, Math.min(second + 1, to), to);
        return first - at >= JWT_PART
                && second - first > JWT_PART
                && third - second > JWT_PART
                && text.charAt(first) == '.'
                && text.charAt(second) == '.';
    }
}
