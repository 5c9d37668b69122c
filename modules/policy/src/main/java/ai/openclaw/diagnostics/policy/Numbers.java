package ai.openclaw.diagnostics.policy;

import static ai.openclaw.diagnostics.policy.Ascii.DASH;
import static ai.openclaw.diagnostics.policy.Ascii.DIGIT;
import static ai.openclaw.diagnostics.policy.Ascii.SEPARATOR;
import static ai.openclaw.diagnostics.policy.Ascii.UNDERSCORE;

/**
 * Finds numbers that identify: ids of accounts, users and chats, telephone and card numbers, instants.
 *
 * <p>Six digits in a row, or nine in groups that single separators join; six also in groups where dashes join nothing else.
 * Spared are what versions consist of: a date
 * such as {@code 20250929} or {@code 251104}, a year among groups, a context size such as {@code 131072}, and behind a
 * dash or an underscore the digits counted up ({@code sk-1234567}), which are a placeholder.
 */
final class Numbers {

    private static final int MIN_DIGITS = 6;
    private static final int MIN_GROUPED_DIGITS = 9;
    private static final int MIN_CONTEXT_SIZE = 1 << 17;
    private static final int MAX_CONTEXT_SIZE = 1 << 20;

    private Numbers() {}

    /** Tells whether the text between the two indices is a number as a whole, with or without a sign. */
    static boolean is(String text, int from, int to) {
        int start = text.charAt(from) == '-' ? from + 1 : from;
        return to - start >= MIN_DIGITS && Ascii.all(DIGIT, text, start, to);
    }

    /** Tells whether there is such a number anywhere between the two indices. */
    static boolean anyIn(String text, int from, int to) {
        int least = Ascii.all(DIGIT | DASH, text, from, to) ? MIN_DIGITS : MIN_GROUPED_DIGITS;
        int at = from;
        while (at < to) {
            int groups = Ascii.in(DIGIT, text.charAt(at)) ? endOfGroups(text, at, from, to, least) : at + 1;
            if (groups < 0) {
                return true;
            }
            at = groups;
        }
        return false;
    }

    /** Returns where groups of digits that begin at {@code at} end, or -1 if they identify something. */
    private static int endOfGroups(String text, int at, int from, int to, int least) {
        int digits = 0;
        boolean dated = false;
        int group = at;
        while (true) {
            int end = Ascii.endOfRun(DIGIT, text, group, to);
            boolean date = isDate(text, group, end) || isYear(text, group, end);
            if (!date && !isPlaceholder(text, group, end, from)) {
                if (end - group >= MIN_DIGITS && !isContextSize(text, group, end)) {
                    return -1;
                }
                digits += end - group;
            }
            dated |= date;
            if (digits >= least || dated && isTime(text, end, to)) {
                return -1;
            }
            if (!Ascii.at(SEPARATOR, text, end, group, to) || !Ascii.at(DIGIT, text, end + 1, group, to)) {
                return end;
            }
            group = end + 1;
        }
    }

    /** Digits counted up from 1, with 0 behind 9. */
    private static boolean isPlaceholder(String text, int start, int end, int from) {
        int at = start;
        while (at < end && text.charAt(at) == '0' + (at - start + 1) % 10) {
            at++;
        }
        return at == end && end - start >= MIN_DIGITS && Ascii.at(UNDERSCORE | DASH, text, start - 1, from, end);
    }

    /** A time of day behind a date, as in {@code 2026-11-27T10}. */
    private static boolean isTime(String text, int at, int to) {
        return to - at > 2 && (text.charAt(at) | 0x20) == 't' && Ascii.all(DIGIT, text, at + 1, at + 3);
    }

    private static boolean isYear(String text, int from, int end) {
        return end - from == 4 && isBetween(1900, value(text, from, end), 2099);
    }

    /** {@code yyyyMMdd}, {@code yyyyMM}, or {@code yyMMdd} from 2020 on. */
    private static boolean isDate(String text, int from, int end) {
        return switch (end - from) {
            case 8 -> isYear(text, from, from + 4) && isMonth(text, from + 4) && isDay(text, from + 6);
            case 6 ->
                isBetween(20, value(text, from, from + 2), 39) && isMonth(text, from + 2) && isDay(text, from + 4)
                        || isBetween(2000, value(text, from, from + 4), 2049) && isMonth(text, from + 4);
            default -> false;
        };
    }

    private static boolean isMonth(String text, int at) {
        return isBetween(1, value(text, at, at + 2), 12);
    }

    private static boolean isDay(String text, int at) {
        return isBetween(1, value(text, at, at + 2), 31);
    }

    private static boolean isContextSize(String text, int from, int end) {
        int size = end - from > 7 || text.charAt(from) == '0' ? 0 : value(text, from, end);
        return isBetween(MIN_CONTEXT_SIZE, size, MAX_CONTEXT_SIZE) && Integer.bitCount(size) == 1;
    }

    private static boolean isBetween(int least, int number, int greatest) {
        return least <= number && number <= greatest;
    }

    /** The value of at most nine digits. */
    static int value(String text, int from, int end) {
        int number = 0;
        for (int at = from; at < end; at++) {
            number = 10 * number + text.charAt(at) - '0';
        }
        return number;
    }
}
