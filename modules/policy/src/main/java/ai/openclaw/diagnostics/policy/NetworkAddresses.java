package ai.openclaw.diagnostics.policy;

import static ai.openclaw.diagnostics.policy.Ascii.ALPHANUMERIC;
import static ai.openclaw.diagnostics.policy.Ascii.DIGIT;
import static ai.openclaw.diagnostics.policy.Ascii.HEX;

/**
 * Finds addresses: IPv4, also with dashes as in cloud host names, IPv6, MAC, and ports behind a colon.
 *
 * <p>Spared are versions ({@code v1.2.3.4}, {@code v1:0}), sizes and variants of models ({@code llama2:13b}), status
 * codes ({@code http:429}) and dates behind a colon ({@code small:2503}).
 */
final class NetworkAddresses {

    private static final int OCTETS = 4;
    private static final int MIN_IPV6_GROUPS = 5;
    private static final int MAC_GROUPS = 6;
    private static final int CISCO_GROUPS = 3;
    private static final int MIN_PORT = 1024;

    private NetworkAddresses() {}

    /** Tells whether there is an address between the two indices. */
    static boolean anyIn(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            boolean starts = !Ascii.at(ALPHANUMERIC, text, at - 1, from, to);
            if (c == ':' && (isPort(text, at + 1, to) || isAbbreviated(text, at, from, to))
                    || starts && Ascii.in(HEX, c) && beginsAt(text, at, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsAt(String text, int at, int from, int to) {
        int end = Ascii.endOfRun(ALPHANUMERIC, text, at, to);
        if (end == to || end - at > OCTETS) {
            return false;
        }
        return switch (text.charAt(end)) {
            case '.' -> isQuad('.', text, at, from, to) || groups('.', 4, 4, text, at, to) >= CISCO_GROUPS;
            case '-' -> isDashedQuad(text, at, from, to) || groups('-', 2, 2, text, at, to) >= MAC_GROUPS;
            case ':' -> groups(':', 1, 4, text, at, to) >= MIN_IPV6_GROUPS;
            default -> false;
        };
    }

    /** Four numbers up to 255, which no fifth one follows or precedes. */
    private static boolean isQuad(char joint, String text, int start, int from, int to) {
        int at = start;
        for (int octet = 1; octet <= OCTETS; octet++) {
            int end = Ascii.endOfRun(DIGIT, text, at, to);
            boolean last = octet == OCTETS;
            if (end == at || end - at > 3 || Numbers.value(text, at, end) > 255) {
                return false;
            }
            if (!last && (end == to || text.charAt(end) != joint)) {
                return false;
            }
            at = last ? end : end + 1;
        }
        boolean preceded = start - 2 >= from && text.charAt(start - 1) == joint && isDigit(text, start - 2);
        boolean followed = to - at > 1 && text.charAt(at) == joint && isDigit(text, at + 1);
        return !preceded && !followed && !Ascii.at(ALPHANUMERIC, text, at, from, to);
    }

    /** An address in a host's name, as in {@code ip-10-0-0-12}; without {@code ip-} the first number has two digits. */
    private static boolean isDashedQuad(String text, int at, int from, int to) {
        boolean named = at - 3 >= from && text.regionMatches(true, at - 3, "ip-", 0, 3);
        return (named || Ascii.endOfRun(DIGIT, text, at, to) - at > 1) && isQuad('-', text, at, from, to);
    }

    /** Returns how many words of so many hexadecimal digits there are in a row, each joined to the one before. */
    private static int groups(char joint, int shortest, int longest, String text, int start, int to) {
        int groups = 0;
        int at = start;
        while (true) {
            int end = Ascii.endOfRun(HEX, text, at, to);
            boolean whole = end == to || !Ascii.in(ALPHANUMERIC, text.charAt(end));
            if (!whole || end - at < shortest || end - at > longest) {
                return groups;
            }
            groups++;
            if (end == to || text.charAt(end) != joint) {
                return groups;
            }
            at = end + 1;
        }
    }

    /** Two colons of an IPv6 address between words of at most four hexadecimal digits, one of which has a digit. */
    private static boolean isAbbreviated(String text, int colon, int from, int to) {
        if (to - colon < 2 || text.charAt(colon + 1) != ':') {
            return false;
        }
        int start = colon;
        while (start > from && Ascii.in(ALPHANUMERIC, text.charAt(start - 1))) {
            start--;
        }
        int end = Ascii.endOfRun(ALPHANUMERIC, text, colon + 2, to);
        return colon - start <= 4
                && end - colon - 2 <= 4
                && Ascii.all(HEX, text, start, colon)
                && Ascii.all(HEX, text, colon + 2, end)
                && (anyDigit(text, start, colon) || anyDigit(text, colon + 2, end));
    }

    /** A port behind a colon, unless it is a status code or may be a date ({@code yyMM}, {@code MMdd}). */
    private static boolean isPort(String text, int at, int to) {
        int end = Ascii.endOfRun(DIGIT, text, at, to);
        if (end < to && text.charAt(end) != ':' || end == at || text.charAt(at) == '0' || end - at > 5) {
            return false;
        }
        int port = Numbers.value(text, at, end);
        return port == 80 || port == 443 || port >= MIN_PORT && !isShortDate(port);
    }

    private static boolean isShortDate(int number) {
        int first = number / 100;
        int second = number % 100;
        boolean month = first >= 10 && first <= 12 && second >= 1 && second <= 31;
        boolean year = first >= 20 && first <= 39 && second >= 1 && second <= 12;
        return month || year;
    }

    private static boolean anyDigit(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (isDigit(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(String text, int at) {
        return Ascii.in(DIGIT, text.charAt(at));
    }
}
