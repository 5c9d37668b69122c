package ai.openclaw.diagnostics.policy;

/**
 * A kind of secret that is known by how it begins.
 *
 * @param prefix how it begins
 * @param anyCase whether the prefix counts in any case
 * @param body the characters that follow, a set of {@link Ascii}
 * @param least how many of them there are at least
 */
record SecretShape(String prefix, boolean anyCase, int body, int least) {

    static SecretShape of(String prefix, int body, int least) {
        return new SecretShape(prefix, true, body, least);
    }

    static SecretShape exactly(String prefix, int body, int least) {
        return new SecretShape(prefix, false, body, least);
    }

    /** Tells whether one begins at {@code from}; what follows it makes it no safer. */
    boolean beginsAt(String text, int from, int to) {
        int bodyAt = from + prefix.length();
        return to - bodyAt >= least
                && (text.charAt(from + 1) | 0x20) == (prefix.charAt(1) | 0x20) // rules out most at once
                && Ascii.beginsWith(anyCase, prefix, text, from)
                && Ascii.all(body, text, bodyAt, bodyAt + least);
    }
}
