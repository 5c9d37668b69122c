package ai.openclaw.diagnostics.http.exposition;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.store.Sample;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** The lines of one family: its comments, which differ by format, and its series, which do not. */
final class FamilyText {

    private final List<Sample> samples;
    private final List<StaticChunk> comments = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final boolean gauge;
    private final BitSet absent = new BitSet();
    private int shown;

    /**
     * @param samples the samples of the family; a view that grows
     */
    FamilyText(Family family, List<Sample> samples) {
        this.samples = samples;
        this.gauge = family.type() == FamilyType.GAUGE;
        for (Format format : Format.values()) {
            comments.add(new StaticChunk(comments(family, format)));
        }
    }

    private static String comments(Family family, Format format) {
        boolean openMetrics = format == Format.OPEN_METRICS;
        boolean bare = openMetrics && family.type() == FamilyType.COUNTER; // its family has no _total, its samples have
        String name = bare ? family.name().substring(0, family.name().length() - "_total".length()) : family.name();
        String help = family.help().replace("\\", "\\\\").replace("\n", "\\n");
        return "# HELP " + name + " " + (openMetrics ? help.replace("\"", "\\\"") : help) + "\n# TYPE " + name + " "
                + family.type().text();
    }

    /** Adds the series that are new, brings all numbers up to date, and tells whether anything changed. */
    boolean update(Decimal decimal) {
        boolean changed = gauge && dropIfAnyCameOrWent();
        changed |= shown < samples.size();
        while (shown < samples.size()) {
            show(shown++);
        }
        for (int i = 0; i < segments.size(); i++) { // an iterator would be garbage
            changed |= segments.get(i).update(decimal);
        }
        return changed;
    }

    /** Drops the texts of all series, if one of them was withdrawn or set again; tells whether it did. */
    private boolean dropIfAnyCameOrWent() {
        for (int i = 0; i < shown; i++) {
            if (samples.get(i).isAbsent() != absent.get(i)) {
                segments.clear();
                shown = 0;
                return true;
            }
        }
        return false;
    }

    private void show(int index) {
        Sample sample = samples.get(index);
        absent.set(index, sample.isAbsent());
        if (!sample.isAbsent()) {
            lastWithRoom().add(sample);
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

    void forEachChunk(Format format, Consumer<Chunk> consumer) {
        consumer.accept(comments.get(format.ordinal()));
        segments.forEach(consumer);
    }
}
