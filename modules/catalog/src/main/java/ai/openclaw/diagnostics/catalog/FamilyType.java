package ai.openclaw.diagnostics.catalog;

/** The metric types of the Prometheus text format that the exporter uses. */
public enum FamilyType {
    /** A total that only grows; exposed under its name, which ends in {@code _total}. */
    COUNTER("counter"),
    /** A value that goes up and down; the last one reported counts. */
    GAUGE("gauge"),
    /** Observations counted in buckets; exposed as {@code _bucket}, {@code _sum} and {@code _count}. */
    HISTOGRAM("histogram");

    private final String text;

    FamilyType(String text) {
        this.text = text;
    }

    /** Returns the word that follows the name in a {@code # TYPE} line. */
    public String text() {
        return text;
    }
}
