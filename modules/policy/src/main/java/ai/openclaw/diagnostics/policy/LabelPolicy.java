package ai.openclaw.diagnostics.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which strings may be label values.
 *
 * <p>A value is admitted unchanged, but for white space around it, or replaced by the label's fallback. What was admitted
 * once is admitted again and left alone, so a caller may skip the judgement of a value that it knows to be admitted.
 *
 * <p>Immutable and thread-safe. A decision allocates nothing but the trimmed value, and its cost is bounded whatever the
 * length of the input.
 */
public final class LabelPolicy {

    /** The longest label value. */
    private static final int LONGEST = 120;

    /** How much white space may stand around a value: beyond that it is not worth looking for one. */
    private static final int LONGEST_READ = 1024;

    /** How much of a lane is searched for secrets; only the part before the first colon can be shown. */
    private static final int LANE_SEARCHED = 256;

    private static final LabelPolicy STANDARD = new LabelPolicy(new RedactPattern[0]);

    private final RedactPattern[] redactPatterns;

    private LabelPolicy(RedactPattern[] redactPatterns) {
        this.redactPatterns = redactPatterns;
    }

    /** Returns the policy with the built-in rules. */
    public static LabelPolicy standard() {
        return STANDARD;
    }

    /**
     * Returns the policy with the built-in rules and these patterns: what one of them is found in is refused.
     *
     * @param patterns regular expressions, bare (then in any case) or as {@code /…/flags}; configured as
     *     {@code logging.redactPatterns}
     * @throws InvalidRedactPatternException if one is invalid, matches everything, or could take too long
     */
    public static LabelPolicy withRedactPatterns(List<String> patterns) {
        RedactPattern[] compiled = new RedactPattern[patterns.size()];
        for (int i = 0; i < compiled.length; i++) {
            compiled[i] = RedactPattern.of(i, patterns.get(i));
        }
        return new LabelPolicy(compiled);
    }

    /**
     * Returns the value of an ordinary label.
     *
     * @param raw what an event carried, or null
     * @param fallback what stands in for an absent or refused value
     */
    public String admit(@Nullable String raw, String fallback) {
        if (raw == null || raw.length() > LONGEST_READ) {
            return fallback;
        }
        int from = Whitespace.skipLeading(raw, raw.length());
        int to = Whitespace.skipTrailing(raw, from);
        boolean admitted = isLabel(raw, from, to)
                && !Secrets.anyIn(raw, from, to)
                && !SessionKeys.anyIn(raw, from, to)
                && !Identifiers.is(raw, from, to)
                && !isRedacted(raw, from, to);
        return admitted ? part(raw, from, to) : fallback;
    }

    /**
     * Returns the value of the label {@code lane}: real lanes are called after sessions, so what precedes the first colon
     * is judged and kept.
     *
     * @param raw what an event carried, or null
     * @param fallback what stands in for an absent or refused value
     */
    public String admitLane(@Nullable String raw, String fallback) {
        if (raw == null) {
            return fallback;
        }
        int from = Whitespace.skipLeading(raw, Math.min(raw.length(), LONGEST_READ));
        int to = raw.length() > LONGEST_READ ? raw.length() : Whitespace.skipTrailing(raw, from);
        int searched = Math.min(to, from + LANE_SEARCHED);
        int head = endOfHead(raw, from, searched);
        boolean admitted = isLabel(raw, from, head)
                && !SessionKeys.beginsAt(raw, from)
                && !Secrets.anyIn(raw, from, searched)
                && !Identifiers.is(raw, from, head)
                && !isRedacted(raw, from, searched)
                // an anchored pattern may find the head alone, which is what would be shown
                && (head == searched || !isRedacted(raw, from, head));
        return admitted ? part(raw, from, head) : fallback;
    }

    /**
     * Tells whether a text may be a secret, for messages that would otherwise repeat it: an unknown key of a
     * configuration, a wrong argument. It may be of any characters; what is longer than a label counts as one.
     *
     * @param text what a message would show
     */
    public static boolean looksLikeSecret(String text) {
        int to = text.length();
        return to > LONGEST || to > 0 && (Secrets.anyIn(text, 0, to) || Identifiers.is(text, 0, to));
    }

    private static int endOfHead(String raw, int from, int to) {
        int at = from;
        while (at < to && raw.charAt(at) != ':') {
            at++;
        }
        return at;
    }

    private static boolean isLabel(String raw, int from, int to) {
        return from < to && to - from <= LONGEST && Ascii.all(Ascii.LABEL, raw, from, to);
    }

    private boolean isRedacted(String raw, int from, int to) {
        for (RedactPattern pattern : redactPatterns) {
            if (pattern.matches(raw, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static String part(String raw, int from, int to) {
        return to - from == raw.length() ? raw : raw.substring(from, to);
    }
}
