package ai.openclaw.diagnostics.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which strings may be label values.
 *
 * <p>A value is admitted unchanged, but for white space around it, or replaced by the label's fallback. What was admitted
 * once is admitted again and left alone, so a caller need not ask again for a value that is known to be admitted.
 *
 * <p>Immutable and thread-safe. A decision allocates nothing but the trimmed value, and its cost is bounded whatever the
 * length of the input.
 */
public final class LabelPolicy {

    /** The longest label value. */
    private static final int MAX_LENGTH = 120;

    /** How much white space may be around a value: beyond that it is not worth looking for one. */
    private static final int MAX_READ = 1024;

    /** How much of a lane is searched for secrets; only the part before the first colon can be shown. */
    private static final int MAX_SEARCHED = 256;

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
     * @param fallback what replaces an absent or refused value
     */
    public String admit(@Nullable String raw, String fallback) {
        return raw == null || refusal(raw) != null ? fallback : trimmed(raw);
    }

    /**
     * Returns the value of the label {@code lane}: real lanes are called after sessions, so what precedes the first colon
     * is examined and kept.
     *
     * @param raw what an event carried, or null
     * @param fallback what replaces an absent or refused value
     */
    public String admitLane(@Nullable String raw, String fallback) {
        return raw == null || laneRefusal(raw) != null ? fallback : laneHead(raw);
    }

    /**
     * As {@link #admit(String, String)}.
     *
     * @param refusals is told of a refused value; an absent one is not refused
     */
    public String admit(String raw, String fallback, RefusalListener refusals) {
        PolicyRule rule = refusal(raw);
        return rule == null ? trimmed(raw) : refused(rule, fallback, refusals);
    }

    /**
     * As {@link #admitLane(String, String)}.
     *
     * @param refusals is told of a refused value; an absent one is not refused
     */
    public String admitLane(String raw, String fallback, RefusalListener refusals) {
        PolicyRule rule = laneRefusal(raw);
        return rule == null ? laneHead(raw) : refused(rule, fallback, refusals);
    }

    private static String refused(PolicyRule rule, String fallback, RefusalListener refusals) {
        if (rule != PolicyRule.ABSENT) {
            refusals.refused(rule);
        }
        return fallback;
    }

    /**
     * Returns the rule by which {@link #admit(String, String)} refuses a value, or null if it admits it. A caller who counts refusals asks
     * for those alone, so that an admitted value costs no more.
     *
     * @param raw what an event carried, or null
     */
    public @Nullable PolicyRule refusal(@Nullable String raw) {
        if (raw == null) {
            return PolicyRule.ABSENT;
        }
        if (raw.length() > MAX_READ) {
            return PolicyRule.ALPHABET;
        }
        int from = Whitespace.skipLeading(raw, raw.length());
        int to = Whitespace.skipTrailing(raw, from);
        return refusal(raw, from, to, to, false);
    }

    /**
     * Returns the rule by which {@link #admitLane(String, String)} refuses a value, or null if it admits it.
     *
     * @param raw what an event carried, or null
     */
    public @Nullable PolicyRule laneRefusal(@Nullable String raw) {
        if (raw == null) {
            return PolicyRule.ABSENT;
        }
        int from = Whitespace.skipLeading(raw, Math.min(raw.length(), MAX_READ));
        int searched = endOfSearched(raw, from);
        return refusal(raw, from, endOfHead(raw, from, searched), searched, true);
    }

    /**
     * Tells whether a text may be a secret, for messages that would otherwise repeat it: an unknown key of a
     * configuration, a wrong argument. It may be of any characters; what is longer than a label counts as one.
     *
     * @param text what a message would show
     */
    public static boolean looksLikeSecret(String text) {
        int to = text.length();
        return to > MAX_LENGTH
                || Secrets.anyIn(text, 0, to)
                || SecretAssignments.anyIn(text, 0, to)
                || Identifiers.anyIn(text, 0, to)
                || RandomText.anyIn(text, 0, to);
    }

    /** The value is up to {@code to}; secrets and the operator's patterns are also searched for behind it. */
    private @Nullable PolicyRule refusal(String raw, int from, int to, int searched, boolean lane) {
        if (from == searched) {
            return PolicyRule.ABSENT;
        }
        int traits = from == to || to - from > MAX_LENGTH ? 0 : Traits.of(raw, from, to);
        if (traits == 0) {
            return PolicyRule.ALPHABET;
        }
        if ((to < searched || Traits.mayHoldSecret(traits)) && Secrets.anyIn(raw, from, searched)) {
            return PolicyRule.SECRET;
        }
        if (lane && SessionKeys.beginsAt(raw, from)) {
            return PolicyRule.SESSION_KEY;
        }
        PolicyRule builtIn = builtInRefusal(raw, from, to, traits);
        // an anchored pattern may find the value alone, which is what would be shown
        boolean redacted =
                builtIn == null && (isRedacted(raw, from, searched) || to < searched && isRedacted(raw, from, to));
        return redacted ? PolicyRule.REDACT_PATTERN : builtIn;
    }

    /** Applies the rules that look at the value alone, as far as its traits ask for them. */
    private static @Nullable PolicyRule builtInRefusal(String raw, int from, int to, int traits) {
        boolean colon = (traits & Traits.COLON) != 0;
        if (colon && (traits & Traits.ANY_DIGIT) != 0 && SecretAssignments.anyIn(raw, from, to)) {
            return PolicyRule.SECRET;
        }
        if (colon && (traits & Traits.SESSION) != 0 && SessionKeys.anyIn(raw, from, to)) {
            return PolicyRule.SESSION_KEY;
        }
        if ((traits & Traits.PAIR) != 0 && Identifiers.isRequestId(raw, from, to)
                || (traits & Traits.HEX_WORD) != 0 && Identifiers.hexIn(raw, from, to)
                || (traits & Traits.SHORT_HEX_WORDS) != 0
                        && (traits & Traits.LONG_WORD) != 0
                        && Identifiers.uuidIn(raw, from, to)) {
            return PolicyRule.IDENTIFIER;
        }
        if ((traits & Traits.DIGITS) != 0 && (Numbers.is(raw, from, to) || Numbers.anyIn(raw, from, to))) {
            return PolicyRule.NUMBER;
        }
        if ((traits & Traits.SHORT_HEX_WORDS) != 0 && NetworkAddresses.groupedIn(raw, from, to)
                || (traits & Traits.PORT) != 0 && NetworkAddresses.behindColonIn(raw, from, to)) {
            return PolicyRule.ADDRESS;
        }
        if ((traits & Traits.DOMAIN) != 0 && HostNames.dottedIn(raw, from, to)
                || (traits & Traits.MACHINE) != 0 && HostNames.wordIn(raw, from, to)
                || (traits & Traits.AT) != 0 && HostNames.writtenMailIn(raw, from, to)) {
            return PolicyRule.HOST;
        }
        if (colon && FileNames.beginsPath(raw, from, to)
                || (traits & Traits.EXTENSION) != 0 && FileNames.extensionIn(raw, from, to)
                || (traits & Traits.FILE) != 0
                        && (FileNames.wellKnownIn(raw, from, to) || FileNames.beginsDottedPath(raw, from, to))) {
            return PolicyRule.FILE;
        }
        if ((traits & Traits.WORDS) != 0 && (traits & Traits.SENTENCE_WORD) != 0 && Prose.is(raw, from, to)) {
            return PolicyRule.PROSE;
        }
        boolean random = (traits & Traits.RANDOM) != 0 && RandomText.anyInDistinctWords(raw, from, to);
        return random ? PolicyRule.RANDOM : null;
    }

    private static String trimmed(String raw) {
        int from = Whitespace.skipLeading(raw, raw.length());
        return part(raw, from, Whitespace.skipTrailing(raw, from));
    }

    private static String laneHead(String raw) {
        int from = Whitespace.skipLeading(raw, Math.min(raw.length(), MAX_READ));
        return part(raw, from, endOfHead(raw, from, endOfSearched(raw, from)));
    }

    private static int endOfSearched(String raw, int from) {
        int to = raw.length() > MAX_READ ? raw.length() : Whitespace.skipTrailing(raw, from);
        return Math.min(to, from + MAX_SEARCHED);
    }

    private static int endOfHead(String raw, int from, int to) {
        int at = from;
        while (at < to && raw.charAt(at) != ':') {
            at++;
        }
        return at;
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
