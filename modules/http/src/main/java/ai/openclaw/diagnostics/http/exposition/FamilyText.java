package ai.openclaw.diagnostics.http.exposition;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.store.Sample;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** The lines of one family in one format. */
final class FamilyText {

    private final List<Sample> samples;
    private final TextSyntax syntax;
    private final Chunk comments;
    private final List<Segment> segments = new ArrayList<>();
    private final boolean gauge;
    private final BitSet absent = new BitSet();
    private int shown;

    /**
     * @param samples the samples of the family; a view that grows
     */
    FamilyText(Family family, List<Sample> samples, TextSyntax syntax) {
        this.samples = samples;
        this.syntax = syntax;
        this.gauge = family.type() == FamilyType.GAUGE;
        this.comments = new StaticChunk(syntax.comments(family));
    }

    /** Takes in the series that came since the last time, and leaves out those that went; numbers are up to the chunks. */
    void updateSeries() {
        if (gauge && anyCameOrWent()) {
            segments.clear();
            shown = 0;
        }
        while (shown < samples.size()) {
            show(shown++);
        }
    }

    /** Tells whether a gauge was withdrawn or set again. */
    private boolean anyCameOrWent() {
        for (int i = 0; i < shown; i++) {
            if (samples.get(i).isAbsent() != absent.get(i)) {
                return true;
            }
        }
        return false;
    }

    private void show(int index) {
        Sample sample = samples.get(index);
        absent.set(index, sample.isAbsent());
        if (!sample.isAbsent()) {
            lastWithRoom().add(new SeriesText(sample, syntax));
        }
    }

    private Segment lastWithRoom() {
        if (segments.isEmpty() || segments.get(segments.size() - 1).isFull()) {
            segments.add(new Segment());
        }
        return segments.get(segments.size() - 1);
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    void forEachChunk(Consumer<Chunk> consumer) {
        consumer.accept(comments);
        segments.forEach(consumer);
    }
}
