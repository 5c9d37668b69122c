package ai.openclaw.diagnostics.json5;

import java.util.List;

/** What is added to an object or list: its text in separate lines or within one. */
sealed interface Insertion {

    /** Returns the text, without the first line's indentation. */
    String inLines(Style style, String indentation);

    String inline(Style style);

    /**
     * A key with its value.
     *
     * @param below the keys of the objects in between
     */
    record NewMember(String key, List<String> below, Object value) implements Insertion {

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
    record NewItem(String item) implements Insertion {

        @Override
        public String inLines(Style style, String indentation) {
            return inline(style);
        }

        @Override
        public String inline(Style style) {
            return Quoting.quoted(item);
        }
    }
}
