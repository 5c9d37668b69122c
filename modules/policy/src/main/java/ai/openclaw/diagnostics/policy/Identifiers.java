package ai.openclaw.diagnostics.policy;

import static ai.openclaw.diagnostics.policy.Ascii.ALPHANUMERIC;
import static ai.openclaw.diagnostics.policy.Ascii.DIGIT;
import static ai.openclaw.diagnostics.policy.Ascii.HEX;

import java.util.List;

/** Recognises values that name one thing out of endlessly many: each would make a series of its own. */
final class Identifiers {

    private static final List<String> REQUEST_PREFIXES =
            List.of("chatcmpl-", "resp_", "req_", "msg_", "call_", "toolu_", "run_");
    private static final int REQUEST_ID = 12;
    private static final int HEX_DIGITS = 32;
    private static final int NUMBER_DIGITS = 6;
    private static final int UUID = 36;
    private static final int UUID_VERSION = 14;
    private static final int UUID_VARIANT = 19;
    private static final int OCTETS = 4;

    private Identifiers() {}

    /** Tells whether the text between the two indices is an identifier as a whole. */
    static boolean is(String text, int from, int to) {
        return isNumber(text, from, to)
                || isUuid(text, from, to)
                || isHex(text, from, to)
                || isRequestId(text, from, to)
                || isAddress(text, from, to);
    }

    private static boolean isNumber(String text, int from, int to) {
        char sign = text.charAt(from);
        int start = sign == '-' || sign == '+' ? from + 1 : from;
        return to - start >= NUMBER_DIGITS && Ascii.all(DIGIT, text, start, to);
    }

    private static boolean isHex(String text, int from, int to) {
        return to - from >= HEX_DIGITS && Ascii.all(HEX, text, from, to) && hasDigit(text, from, to);
    }

    private static boolean hasDigit(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (Ascii.in(DIGIT, text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /**
     * A UUID, unless it is empty: one whose digits are all 0 but for its version and variant is a placeholder that
     * identifies nothing. The conformance cases keep {@code 00000000-0000-4000-8000-000000000000}.
     */
    private static boolean isUuid(String text, int from, int to) {
        if (to - from != UUID) {
            return false;
        }
        boolean empty = true;
        for (int i = 0; i < UUID; i++) {
            char c = text.charAt(from + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !Ascii.in(HEX, c)) {
                return false;
            }
            empty &= dash || i == UUID_VERSION || i == UUID_VARIANT || c == '0';
        }
        return !empty;
    }

    private static boolean isRequestId(String text, int from, int to) {
        for (String prefix : REQUEST_PREFIXES) {
            int id = from + prefix.length();
            if (text.startsWith(prefix, from) && to - id >= REQUEST_ID && Ascii.all(ALPHANUMERIC, text, id, to)) {
                return true;
            }
        }
        return false;
    }

    /** An IPv4 address, with or without a port. */
    private static boolean isAddress(String text, int from, int to) {
        int at = from;
        for (int octet = 1; octet <= OCTETS; octet++) {
            int end = Ascii.endOfRun(DIGIT, text, at, Math.min(to, at + 3));
            if (end == at || number(text, at, end) > 255) {
                return false;
            }
            at = end;
            if (octet < OCTETS && (at == to || text.charAt(at++) != '.')) {
                return false;
            }
        }
        return at == to || text.charAt(at) == ':' && to - at > 1 && Ascii.all(DIGIT, text, at + 1, to);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = 10 * number + text.charAt(at) - '0';
        }
        return number;
    }
}
