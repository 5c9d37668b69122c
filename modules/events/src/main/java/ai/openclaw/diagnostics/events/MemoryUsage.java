package ai.openclaw.diagnostics.events;

import java.util.List;

/**
 * The memory of the Gateway's process.
 *
 * @param rssBytes resident memory in bytes, {@code NaN} if unknown, like all that follow
 * @param heapTotalBytes heap reserved
 * @param heapUsedBytes heap in use
 * @param externalBytes memory outside the heap
 * @param arrayBuffersBytes memory of array buffers
 * @param workerCount worker threads
 * @param workerHeapSampledCount worker threads of which the heap was measured
 * @param workerHeapTotalBytes heap reserved by worker threads
 * @param workerHeapUsedBytes heap in use by worker threads
 * @param workerHeaps the heap of each worker thread that was measured
 */
public record MemoryUsage(
        double rssBytes,
        double heapTotalBytes,
        double heapUsedBytes,
        double externalBytes,
        double arrayBuffersBytes,
        double workerCount,
        double workerHeapSampledCount,
        double workerHeapTotalBytes,
        double workerHeapUsedBytes,
        List<WorkerHeap> workerHeaps) {

    /** Copies the list. */
    public MemoryUsage {
        workerHeaps = List.copyOf(workerHeaps);
    }

    MemoryUsage(FieldReader fields) {
        this(
                fields.number("rssBytes"),
                fields.number("heapTotalBytes"),
                fields.number("heapUsedBytes"),
                fields.number("externalBytes"),
                fields.number("arrayBuffersBytes"),
                fields.number("workerCount"),
                fields.number("workerHeapSampledCount"),
                fields.number("workerHeapTotalBytes"),
                fields.number("workerHeapUsedBytes"),
                fields.objects("workerHeaps", WorkerHeap::new));
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
        private double externalBytes = Double.NaN;
        private double arrayBuffersBytes = Double.NaN;
        private double workerCount = Double.NaN;
        private double workerHeapSampledCount = Double.NaN;
        private double workerHeapTotalBytes = Double.NaN;
        private double workerHeapUsedBytes = Double.NaN;
        private List<WorkerHeap> workerHeaps = List.of();

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

        /** Memory outside the heap. */
        public Builder externalBytes(double value) {
            externalBytes = value;
            return this;
        }

        /** Memory of array buffers. */
        public Builder arrayBuffersBytes(double value) {
            arrayBuffersBytes = value;
            return this;
        }

        /** Worker threads. */
        public Builder workerCount(double value) {
            workerCount = value;
            return this;
        }

        /** Worker threads of which the heap was measured. */
        public Builder workerHeapSampledCount(double value) {
            workerHeapSampledCount = value;
            return this;
        }

        /** Heap reserved by worker threads. */
        public Builder workerHeapTotalBytes(double value) {
            workerHeapTotalBytes = value;
            return this;
        }

        /** Heap in use by worker threads. */
        public Builder workerHeapUsedBytes(double value) {
            workerHeapUsedBytes = value;
            return this;
        }

        /** The heap of each worker thread that was measured. */
        public Builder workerHeaps(List<WorkerHeap> value) {
            workerHeaps = value;
            return this;
        }

        /** Returns the figures. */
        public MemoryUsage build() {
            return new MemoryUsage(
                    rssBytes,
                    heapTotalBytes,
                    heapUsedBytes,
                    externalBytes,
                    arrayBuffersBytes,
                    workerCount,
                    workerHeapSampledCount,
                    workerHeapTotalBytes,
                    workerHeapUsedBytes,
                    workerHeaps);
        }
    }
}
