package ai.openclaw.diagnostics.policy;

import static ai.openclaw.diagnostics.policy.Ascii.BASE64URL;
import static ai.openclaw.diagnostics.policy.Ascii.DIGIT;
import static ai.openclaw.diagnostics.policy.Ascii.WORD;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds secrets by their shapes, in one pass without regular expressions.
 *
 * <p>A secret begins at an ASCII word boundary: {@code risk-assessment} holds no {@code sk-} key. Where it ends is of no
 * matter: a token with something behind it is still a token.
 */
final class Secrets {

    /** How keys and tokens begin, the characters that follow, and how many of them there are at least. */
    private static final String SHAPES = """
            sk-             base64url      8
            ghp_            alphanumeric  20
            gho_            alphanumeric  20
            ghu_            alphanumeric  20
            ghs_            alphanumeric  20
            ghr_            alphanumeric  20
            github_pat_     word          20
            glpat-          base64url     20
            xoxb-           dashed        10
            xoxa-           dashed        10
            xoxp-           dashed        10
            xoxr-           dashed        10
            xoxs-           dashed        10
            xoxc-           dashed        10
            xoxd-           dashed        10
            xoxe-           dashed        10
            xapp-           dashed        10
            gsk_            base64url     10
            AIza            base64url     20
            ya29.           base64url     10
            pplx-           base64url     10
            npm_            alphanumeric  10
            AKID            alphanumeric  10
            LTAI            alphanumeric  10
            hf_             alphanumeric  10
            r8_             alphanumeric  10
            xai-            base64url     20
            sk_live_        alphanumeric  10
            sk_test_        alphanumeric  10
            rk_live_        alphanumeric  10
            rk_test_        alphanumeric  10
            pk_live_        alphanumeric  10
            pk_test_        alphanumeric  10
            whsec_          alphanumeric  20
            shpat_          alphanumeric  20
            shpss_          alphanumeric  20
            dop_v1_         alphanumeric  20
            doo_v1_         alphanumeric  20
            dckr_pat_       base64url     20
            pypi-           base64url     20
            tvly-           base64url     20
            lin_api_        alphanumeric  20
            figd_           base64url     20
            ntn_            alphanumeric  20
            NRAK-           alphanumeric  20
            HRKU-           base64url     20
            hvs.            base64url     20
            AGE-SECRET-KEY- alphanumeric  20
            """;

    /** As above, for prefixes that are words in lower case. */
    private static final String UPPER_CASE_SHAPES = """
            AKIA            upper         16
            ASIA            upper         16
            AROA            upper         16
            AIDA            upper         16
            """;

    private static final SecretShape[][] BY_FIRST_TWO = byFirstTwo(Stream.concat(
                    SHAPES.lines().map(row -> SecretShape.parse(row, true)),
                    UPPER_CASE_SHAPES.lines().map(row -> SecretShape.parse(row, false)))
            .toList());

    /** The length of the shortest: {@code sk-} and eight characters. */
    private static final int MIN_SHAPE = 11;

    private static final String BOT = "bot";
    private static final int BOT_ID_DIGITS = 6;
    private static final int BOT_TOKEN = 20;
    private static final String JWT = "eyJ";
    private static final int JWT_PART = 10;

    private static final boolean[] MAY_BEGIN = mayBegin();

    private Secrets() {}

    /**
     * Tells whether a secret without a colon may begin at an index, by its first two characters, which are alphanumeric in
     * all of them.
     */
    static boolean mayBeginAt(String text, int at) {
        return MAY_BEGIN[firstTwo(text, at)];
    }

    private static boolean[] mayBegin() {
        boolean[] table = new boolean[BY_FIRST_TWO.length];
        for (int i = 0; i < table.length; i++) {
            table[i] = BY_FIRST_TWO[i].length > 0;
        }
        table[firstTwo(JWT, 0)] = true;
        return table;
    }

    private static SecretShape[][] byFirstTwo(List<SecretShape> shapes) {
        List<List<SecretShape>> lists = Stream.generate(() -> (List<SecretShape>) new ArrayList<SecretShape>())
                .limit(1 << 10)
                .toList();
        shapes.forEach(shape -> lists.get(firstTwo(shape.prefix(), 0)).add(shape));
        return lists.stream().map(list -> list.toArray(SecretShape[]::new)).toArray(SecretShape[][]::new);
    }

    /** An index for two characters, the same in any case. */
    private static int firstTwo(String text, int at) {
        return (text.charAt(at) & 31) << 5 | text.charAt(at + 1) & 31;
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
        if (to - at >= MIN_SHAPE) {
            for (SecretShape shape : BY_FIRST_TWO[firstTwo(text, at)]) {
                if (shape.beginsAt(text, at, to)) {
                    return true;
                }
            }
        }
        return switch (first) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> botToken(text, at, to);
            case 'b', 'B' ->
                to - at > BOT.length()
                        && Ascii.beginsWith(true, BOT, text, at)
                        && botToken(text, at + BOT.length(), to);
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
