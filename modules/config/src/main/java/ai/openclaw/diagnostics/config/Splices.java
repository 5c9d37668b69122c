package ai.openclaw.diagnostics.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements of parts of a text, all in offsets of the text as it was. */
final class Splices {

    private record Splice(int start, int end, String replacement) {}

    private final List<Splice> splices = new ArrayList<>();

    void insert(int offset, String text) {
        replace(offset, offset, text);
    }

    void delete(int start, int end) {
        replace(start, end, "");
    }

    /** Adds a replacement; parts must not overlap. */
    void replace(int start, int end, String text) {
        splices.add(new Splice(start, end, text));
    }

    String applyTo(String text) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        splices.sort(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end));
        for (Splice splice : splices) {
            result.append(text, at, splice.start).append(splice.replacement);
            at = splice.end;
        }
        return result.append(text, at, text.length()).toString();
    }
}
