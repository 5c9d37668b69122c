package ai.openclaw.diagnostics.events;

/**
 * The memory of the Gateway's process.
 *
 * @param rssBytes resident memory in bytes, {@code NaN} if unknown, like all that follow
 * @param heapTotalBytes heap reserved
 * @param heapUsedBytes heap in use
 */
public record MemoryUsage(double rssBytes, double heapTotalBytes, double heapUsedBytes) {

    MemoryUsage(FieldReader fields) {
        this(fields.number("rssBytes"), fields.number("heapTotalBytes"), fields.number("heapUsedBytes"));
    }

    /** Returns a builder of figures of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds the figures: what is not set stays unknown. For one thread. */
    public static final class Builder {
        private double rssBytes = Double.NaN;
        private double heapTotalBytes = Double.NaN;
        private double heapUsedBytes = Double.NaN;

        private Builder() {}

        /** Resident memory in bytes. */
        public Builder rssBytes(double value) {
            rssBytes = value;
            return this;
        }

        /** Heap reserved. */
        public Builder heapTotalBytes(double value) {
            heapTotalBytes = value;
            return this;
        }

        /** Heap in use. */
        public Builder heapUsedBytes(double value) {
            heapUsedBytes = value;
            return this;
        }

        /** Returns the figures. */
        public MemoryUsage build() {
            return new MemoryUsage(rssBytes, heapTotalBytes, heapUsedBytes);
        }
    }
}
