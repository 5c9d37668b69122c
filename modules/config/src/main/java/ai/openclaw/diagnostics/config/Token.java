package ai.openclaw.diagnostics.config;

/**
 * A token and where it stands.
 *
 * @param kind what it is
 * @param start the offset of its first character
 * @param end the offset behind its last character
 */
record Token(Kind kind, int start, int end) {

    /** The kinds of tokens, as messages call them. */
    enum Kind {
        OPEN_OBJECT("{"),
        CLOSE_OBJECT("}"),
        OPEN_LIST("["),
        CLOSE_LIST("]"),
        COLON("a colon"),
        COMMA("a comma"),
        STRING("a string"),
        WORD("a word or number");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
