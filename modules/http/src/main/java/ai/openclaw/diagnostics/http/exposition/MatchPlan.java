package ai.openclaw.diagnostics.http.exposition;

import org.jspecify.annotations.Nullable;

/**
 * How the lines of a series repeat the lines before them, found once, since all but the numbers stays the same: a line
 * begins like the one above it or like the same line of the series before, and ends, up to its number, like the latter.
 */
final class MatchPlan {

    private final SeriesText text;
    private final @Nullable SeriesText before;

    /** For each line: how many bytes it begins with alike, and with which of the two. */
    private final short[] alike;

    private final boolean[] likeLineAbove;

    /** For each line: how many bytes before the number are those of the same line of the series before. */
    private final short[] alikeBeforeNumber;

    MatchPlan(SeriesText text, @Nullable SeriesText before) {
        this.text = text;
        this.before = before;
        this.alike = new short[text.lines()];
        this.likeLineAbove = new boolean[text.lines()];
        this.alikeBeforeNumber = new short[text.lines()];
        for (int line = 0; line < text.lines(); line++) {
            compare(line);
        }
    }

    private void compare(int line) {
        int above = line == 0 ? 0 : prefix(line, text, line - 1);
        int same = before == null ? 0 : prefix(line, before, line);
        likeLineAbove[line] = above >= same && line > 0;
        alike[line] = (short) Math.max(above, same);
        alikeBeforeNumber[line] = (short) (before == null ? 0 : suffix(line, before, alike[line]));
    }

    private int prefix(int line, SeriesText other, int otherLine) {
        int from = text.lineStart(line);
        int otherFrom = other.lineStart(otherLine);
        int most = Math.min(text.numberStart(line) - from, other.numberStart(otherLine) - otherFrom);
        int length = 0;
        while (length < most && text.bytes()[from + length] == other.bytes()[otherFrom + length]) {
            length++;
        }
        return length;
    }

    private int suffix(int line, SeriesText other, int prefix) {
        int to = text.numberStart(line);
        int otherTo = other.numberStart(line);
        int most = Math.min(to - text.lineStart(line) - prefix, otherTo - other.lineStart(line));
        int length = 0;
        while (length < most && text.bytes()[to - 1 - length] == other.bytes()[otherTo - 1 - length]) {
            length++;
        }
        return length;
    }

    /** Writes the series, which comes right after the one before. */
    void encode(DeflateEncoder encoder) {
        byte[] bytes = text.bytes();
        int toBefore = before == null ? 0 : before.length();
        for (int line = 0; line < alike.length; line++) {
            int start = text.lineStart(line);
            int number = text.numberStart(line);
            int middle = start + alike[line];
            int end = number - alikeBeforeNumber[line];
            if (likeLineAbove[line]) {
                encoder.repeated(bytes, start, middle, start - text.lineStart(line - 1));
            } else if (before != null) {
                encoder.repeated(bytes, start, middle, toBefore + start - before.lineStart(line));
            }
            encoder.literals(bytes, middle, end);
            if (before != null) {
                encoder.repeated(bytes, end, number, toBefore + number - before.numberStart(line));
            }
            encoder.literals(bytes, number, text.numberEnd(line));
        }
    }
}
