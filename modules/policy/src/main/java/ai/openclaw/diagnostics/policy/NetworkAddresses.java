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
    private static final int MAX_OCTET = 3;
    private static final int MAX_GROUP = 4;
    private static final int MIN_IPV6_GROUPS = 4;
    private static final int MAC_GROUPS = 6;
    private static final int CISCO_GROUPS = 3;
    private static final int MIN_PORT = 1024;

    private NetworkAddresses() {}

    /** Tells whether there is an address in groups of digits between the two indices. */
    static boolean groupedIn(String text, int from, int to) {
        int at = from;
        while (at < to) {
            int end = Ascii.endOfRun(ALPHANUMERIC, text, at, to);
            boolean word = end > at && end - at <= MAX_GROUP && Ascii.in(HEX, text.charAt(at));
            if (end < to && word && beginsAt(text, at, end, from, to)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    /** Tells whether there is a port, or an IPv6 address with two colons in a row, between the two indices. */
    static boolean behindColonIn(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == ':' && (isPort(text, at + 1, to) || isAbbreviated(text, at, from, to))) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsAt(String text, int at, int end, int from, int to) {
        int length = end - at;
        boolean number = length <= MAX_OCTET && isDigit(text, at);
        return switch (text.charAt(end)) {
            case '.' ->
                number && isQuad('.', text, at, from, to)
                        || length == 4 && isGrouped('.', 4, 4, CISCO_GROUPS, text, at, to);
            case '-' ->
                number && isDashedQuad(text, at, from, to)
                        || length == 2 && isGrouped('-', 2, 2, MAC_GROUPS, text, at, to);
            case ':' -> isGrouped(':', 1, MAX_GROUP, MIN_IPV6_GROUPS, text, at, to);
            default -> false;
        };
    }

    /** Four numbers up to 255, which no fifth one follows or precedes. */
    private static boolean isQuad(char joint, String text, int start, int from, int to) {
        int at = start;
        for (int octet = 1; octet <= OCTETS; octet++) {
            int end = Ascii.endOfRun(DIGIT, text, at, to);
            boolean last = octet == OCTETS;
            if (end == at || end - at > MAX_OCTET || Numbers.value(text, at, end) > 255) {
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
        boolean named = at - 3 >= from && Ascii.beginsWith(true, "ip-", text, at - 3);
        return (named || Ascii.endOfRun(DIGIT, text, at, to) - at > 1) && isQuad('-', text, at, from, to);
    }

    /** Tells whether so many words of so many hexadecimal digits are joined to each other from {@code start} on. */
    private static boolean isGrouped(char joint, int shortest, int longest, int least, String text, int start, int to) {
        int at = start;
        for (int group = 1; ; group++) {
            int end = Ascii.endOfRun(HEX, text, at, to);
            boolean whole = end == to || !Ascii.in(ALPHANUMERIC, text.charAt(end));
            if (!whole || end - at < shortest || end - at > longest) {
                return false;
            }
            if (group == least) {
                return true;
            }
            if (end == to || text.charAt(end) != joint) {
                return false;
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
