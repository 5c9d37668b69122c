package ai.openclaw.diagnostics.catalog;

import static ai.openclaw.diagnostics.catalog.Labels.EXPORTER;
import static ai.openclaw.diagnostics.catalog.Labels.KIND;
import static ai.openclaw.diagnostics.catalog.Labels.LEVEL;
import static ai.openclaw.diagnostics.catalog.Labels.PRESSURE_REASON;
import static ai.openclaw.diagnostics.catalog.Labels.REASON;
import static ai.openclaw.diagnostics.catalog.Labels.SIGNAL;
import static ai.openclaw.diagnostics.catalog.Labels.STATUS;
import static ai.openclaw.diagnostics.catalog.Unit.BYTES;
import static ai.openclaw.diagnostics.catalog.Unit.NONE;

import java.util.List;

/** The Gateway's own condition: memory, and telemetry with the drops of this exporter. */
public final class GatewayMetrics {

    /** Process memory. */
    public static final FamilyGroup MEMORY = FamilyGroup.of(KIND);
    /** Process memory. */
    public static final GaugeFamily MEMORY_BYTES =
            MEMORY.gauge(0, "openclaw_memory_bytes", BYTES, "Memory of the Gateway process at the last sample.");

    /** Resident memory. */
    public static final FamilyGroup MEMORY_RSS = FamilyGroup.of();
    /** Resident memory. */
    public static final HistogramFamily MEMORY_RSS_BYTES = MEMORY_RSS.histogram(
            0,
            "openclaw_memory_rss_bytes",
            BYTES,
            Buckets.BYTES,
            "Resident memory of the Gateway process at each sample.");

    /** Memory pressure. */
    public static final FamilyGroup PRESSURE = FamilyGroup.of(LEVEL, PRESSURE_REASON);
    /** Memory pressure. */
    public static final CounterFamily MEMORY_PRESSURE_TOTAL = PRESSURE.counter(
            0, "openclaw_memory_pressure_total", NONE, "Times that the Gateway found itself short of memory.");

    /** Telemetry exporters. */
    public static final FamilyGroup TELEMETRY = FamilyGroup.of(EXPORTER, REASON, SIGNAL, STATUS);
    /** Telemetry exporters. */
    public static final CounterFamily TELEMETRY_EXPORTER_TOTAL = TELEMETRY.counter(
            0,
            "openclaw_telemetry_exporter_total",
            NONE,
            "Starts, failures and drops that telemetry exporters reported, this one included.");

    /** Drops at the series cap. */
    public static final FamilyGroup SERIES_CAP = FamilyGroup.of();
    /** Updates refused at the series cap. */
    public static final CounterFamily SERIES_DROPPED = SERIES_CAP.counter(
            0,
            "openclaw_prometheus_series_dropped_total",
            NONE,
            "Updates dropped because a new series would have exceeded the cap.");

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES =
            List.of(MEMORY_BYTES, MEMORY_RSS_BYTES, MEMORY_PRESSURE_TOTAL, TELEMETRY_EXPORTER_TOTAL, SERIES_DROPPED);

    private GatewayMetrics() {}
}
