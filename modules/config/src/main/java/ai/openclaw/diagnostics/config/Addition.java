package ai.openclaw.diagnostics.config;

import java.util.List;

/** What is added to an object or list: its text in lines of its own or within one. */
sealed interface Addition {

    /** Returns the text, without the first line's indentation. */
    String inLines(Style style, String indentation);

    String inline(Style style);

    /**
     * A key with its value.
     *
     * @param below the keys of the objects in between
     */
    record NewMember(String key, List<String> below, Object value) implements Addition {

        @Override
        public String inLines(Style style, String indentation) {
            return style.key(key) + ": " + style.nested(below, value, indentation);
        }

        @Override
        public String inline(Style style) {
            return style.key(key) + ": " + style.inline(below, value);
        }

        @Override
        public String toString() {
            return key;
        }
    }

    /** An item of a list of strings. */
    record NewItem(String item) implements Addition {

        @Override
        public String inLines(Style style, String indentation) {
            return inline(style);
        }

        @Override
        public String inline(Style style) {
            return Texts.quoted(item);
        }
    }
}
