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

    /** Reads a row of a table: prefix, set of characters, least number of them. */
    static SecretShape parse(String row, boolean anyCase) {
        String[] cells = row.strip().split(" +");
        int body = switch (cells[1]) {
            case "alphanumeric" -> Ascii.ALPHANUMERIC;
            case "base64url" -> Ascii.BASE64URL;
            case "dashed" -> Ascii.ALPHANUMERIC_DASH;
            case "upper" -> Ascii.UPPER_ALPHANUMERIC;
            case "word" -> Ascii.WORD;
            default -> throw new IllegalArgumentException("unknown set of characters: " + cells[1]);
        };
        return new SecretShape(cells[0], anyCase, body, Integer.parseInt(cells[2]));
    }

    /** Tells whether one begins at {@code from}; what follows it makes it no safer. */
    boolean beginsAt(String text, int from, int to) {
        int bodyAt = from + prefix.length();
        return to - bodyAt >= least
                && Ascii.beginsWith(anyCase, prefix, text, from)
                && Ascii.all(body, text, bodyAt, bodyAt + least);
    }
}
