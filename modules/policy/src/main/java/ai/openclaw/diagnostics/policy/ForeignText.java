package ai.openclaw.diagnostics.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a text that is not of this project fit for its messages: what a plugin's exception says, or how a plugin describes
 * itself. It may hold whatever was at hand where it was made: a password, a key in a URL, escape sequences, a whole
 * response.
 *
 * <p>Any thread; the cost is bounded whatever the length of the text.
 */
public final class ForeignText {

    /** What is in place of what may be a secret. */
    static final String MASK = "***";

    private static final int MAX_SHOWN = 300;

    /** How much is examined: a secret that begins before the end of what is shown is seen whole. */
    private static final int MAX_READ = 1024;

    /** What a terminal acts on, or does not show. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]+");

    /** The name of a secret and what is assigned to it, with or without quotes and an HTTP scheme. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "((?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?"
                    + "|authorization|cookie)[\"']?\\s{0,3}(?:[=:]|\\bis\\b)\\s{0,3}[\"']?(?:(?:bearer|basic)\\s{1,3})?)"
                    + "[^\\s\"',;&)}\\]]+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEHIND_SCHEME =
            Pattern.compile("\\b((?:bearer|basic)\\s{1,3})[^\\s\"',;)}\\]]{6,}", Pattern.CASE_INSENSITIVE);

    /** Who a URL says the user is, mostly with a password. */
    private static final Pattern USER_INFO = Pattern.compile("(://)[^\\s/?#]*@");

    private static final Pattern WORD = Pattern.compile("[^\\s\"'`,;()<>\\[\\]{}|&?!*]+");
    private static final Pattern JOINT = Pattern.compile("[^A-Za-z0-9_.:+-]+");

    private ForeignText() {}

    /**
     * Returns the text in one line of at most 300 characters, with marks in place of what may be secrets and without
     * characters that a terminal acts on.
     *
     * @param text null for none
     */
    public static String line(@Nullable String text) {
        String read = text == null ? "" : text.substring(0, Math.min(text.length(), MAX_READ));
        String masked = masked(visible(read));
        return text != null && text.length() > MAX_READ ? cut(masked + "…") : cut(masked);
    }

    /**
     * Returns the name of a class or a place in code in one line of at most 300 characters, as it is but for characters
     * that a terminal acts on.
     */
    public static String code(String name) {
        return visible(cut(name));
    }

    private static String visible(String text) {
        return INVISIBLE.matcher(text).replaceAll(" ").strip();
    }

    private static String cut(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    private static String masked(String text) {
        String withoutUsers = USER_INFO.matcher(text).replaceAll("$1" + MASK + "@");
        String withoutHeaders = BEHIND_SCHEME.matcher(withoutUsers).replaceAll("$1" + MASK);
        String withoutValues = ASSIGNED.matcher(withoutHeaders).replaceAll("$1" + MASK);
        return WORD.matcher(withoutValues)
                .replaceAll(word -> mayBeSecret(word.group()) ? MASK : Matcher.quoteReplacement(word.group()));
    }

    /** A key may have slashes and signs of equality in it, which also join the parts of paths and queries. */
    private static boolean mayBeSecret(String word) {
        return LabelPolicy.looksLikeSecret(word) || JOINT.splitAsStream(word).anyMatch(LabelPolicy::looksLikeSecret);
    }
}
