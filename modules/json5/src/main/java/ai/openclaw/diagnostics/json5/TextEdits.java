package ai.openclaw.diagnostics.json5;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements of parts of a text, all in offsets of the text as it was. */
final class TextEdits {

    private record Edit(int start, int end, String replacement) {}

    private final List<Edit> edits = new ArrayList<>();

    void insert(int offset, String text) {
        replace(offset, offset, text);
    }

    void delete(int start, int end) {
        replace(start, end, "");
    }

    /** Adds a replacement; parts must not overlap. */
    void replace(int start, int end, String text) {
        edits.add(new Edit(start, end, text));
    }

    String applyTo(String text) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
        for (Edit edit : edits) {
            result.append(text, at, edit.start).append(edit.replacement);
            at = edit.end;
        }
        return result.append(text, at, text.length()).toString();
    }
}
