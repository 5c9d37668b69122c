package ai.openclaw.diagnostics.policy;

import static ai.openclaw.diagnostics.policy.Ascii.ALPHANUMERIC;
import static ai.openclaw.diagnostics.policy.Ascii.DIGIT;
import static ai.openclaw.diagnostics.policy.Ascii.HEX;

/**
 * Finds identifiers by their form: UUIDs, hexadecimal digits, ids of providers' requests. Each would make a series for
 * every request. Identifiers of other forms are {@linkplain Numbers numbers} or {@linkplain RandomText random text}.
 */
final class Identifiers {

    /** An array, since a list would make an iterator for each value. */
    private static final String[] REQUEST_PREFIXES = {"chatcmpl-", "resp_", "req_", "msg_", "call_", "toolu_", "run_"};

    private static final int MIN_REQUEST_ID = 12;
    private static final int MIN_HEX = 7;
    private static final int MIN_PLAIN_HEX = 32;
    private static final int UUID = 36;

    private Identifiers() {}

    /** Tells whether there is an identifier between the two indices. */
    static boolean anyIn(String text, int from, int to) {
        return isRequestId(text, from, to) || hexIn(text, from, to) || uuidIn(text, from, to);
    }

    /**
     * A word of seven or more hexadecimal digits, at least two of them 0 to 9 and one a letter, such as an abbreviated
     * commit; of 32 or more with one digit. Words such as {@code deadbeef}, and dates, are spared.
     */
    static boolean hexIn(String text, int from, int to) {
        int at = from;
        while (at < to) {
            int end = Ascii.endOfRun(HEX, text, at, to);
            int wordEnd = Ascii.endOfRun(ALPHANUMERIC, text, end, to);
            if (end == wordEnd && end - at >= MIN_HEX && isHex(text, at, end)) {
                return true;
            }
            at = wordEnd + 1;
        }
        return false;
    }

    private static boolean isHex(String text, int from, int end) {
        int digits = 0;
        for (int at = from; at < end; at++) {
            digits += Ascii.in(DIGIT, text.charAt(at)) ? 1 : 0;
        }
        return digits > 0 && end - from >= MIN_PLAIN_HEX || digits > 1 && digits < end - from;
    }

    /** A UUID anywhere; its parts may also be joined by underscores. */
    static boolean uuidIn(String text, int from, int to) {
        for (int at = from; at <= to - UUID; at++) {
            char joint = text.charAt(at + 8);
            if ((joint == '-' || joint == '_') && isUuid(text, at, joint)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUuid(String text, int from, char joint) {
        for (int i = 0; i < UUID; i++) {
            char c = text.charAt(from + i);
            boolean joined = i == 8 || i == 13 || i == 18 || i == 23;
            if (joined ? c != joint : !Ascii.in(HEX, c)) {
                return false;
            }
        }
        return true;
    }

    static boolean isRequestId(String text, int from, int to) {
        for (String prefix : REQUEST_PREFIXES) {
            int id = from + prefix.length();
            if (to - id >= MIN_REQUEST_ID && text.startsWith(prefix, from) && Ascii.all(ALPHANUMERIC, text, id, to)) {
                return true;
            }
        }
        return false;
    }
}
