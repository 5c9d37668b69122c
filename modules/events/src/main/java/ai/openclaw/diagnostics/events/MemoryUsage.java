package ai.openclaw.diagnostics.events;

/**
 * The memory of the Gateway's process.
 *
 * @param rssBytes resident memory in bytes, {@code NaN} if unknown, like all that follow
 * @param heapTotalBytes heap reserved
 * @param heapUsedBytes heap in use
 */
public record MemoryUsage(double rssBytes, double heapTotalBytes, double heapUsedBytes) {}
