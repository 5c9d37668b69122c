package ai.openclaw.diagnostics.catalog.domain;

import static ai.openclaw.diagnostics.catalog.Unit.BYTES;
import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.domain.Labels.DROP_CLASS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.EXPORTER;
import static ai.openclaw.diagnostics.catalog.domain.Labels.EXPORTER_STATUS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.KIND;
import static ai.openclaw.diagnostics.catalog.domain.Labels.LEVEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PAYLOAD_ACTION;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PAYLOAD_CHANNEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PAYLOAD_PLUGIN;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PRESSURE_REASON;
import static ai.openclaw.diagnostics.catalog.domain.Labels.REASON;
import static ai.openclaw.diagnostics.catalog.domain.Labels.SIGNAL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.SURFACE;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Profile;
import java.util.List;

/** The Gateway's own condition: memory, large payloads, and telemetry with the drops of this exporter. */
public final class GatewayMetrics {

    /** Process memory. */
    public static final FamilyGroup MEMORY = FamilyGroup.of(KIND);
    /** Process memory. */
    public static final GaugeFamily MEMORY_BYTES = GaugeFamily.of(
            MEMORY, 0, "openclaw_memory_bytes", BYTES, "Memory of the Gateway process at the last sample.");

    /** Resident memory. */
    public static final FamilyGroup MEMORY_RSS = FamilyGroup.of();
    /** Resident memory. */
    public static final HistogramFamily MEMORY_RSS_BYTES = HistogramFamily.of(
            MEMORY_RSS,
            0,
            "openclaw_memory_rss_bytes",
            BYTES,
            Buckets.BYTES,
            "Resident memory of the Gateway process at each sample.");

    /** Memory pressure. */
    public static final FamilyGroup PRESSURE = FamilyGroup.of(LEVEL, PRESSURE_REASON);
    /** Memory pressure. */
    public static final CounterFamily MEMORY_PRESSURE_TOTAL = CounterFamily.of(
            PRESSURE,
            0,
            "openclaw_memory_pressure_total",
            NONE,
            "Times that the Gateway found itself short of memory.");

    /** Telemetry exporters. */
    public static final FamilyGroup TELEMETRY = FamilyGroup.of(EXPORTER, REASON, SIGNAL, EXPORTER_STATUS);
    /** Telemetry exporters. */
    public static final CounterFamily TELEMETRY_EXPORTER_TOTAL = CounterFamily.of(
            TELEMETRY,
            0,
            "openclaw_telemetry_exporter_total",
            NONE,
            "Starts, failures and drops that telemetry exporters reported, this one included.");

    /** Drops at the series cap. */
    public static final FamilyGroup SERIES_CAP = FamilyGroup.of();
    /** Updates refused at the series cap. */
    public static final CounterFamily SERIES_DROPPED = CounterFamily.of(
            SERIES_CAP,
            0,
            "openclaw_prometheus_series_dropped_total",
            NONE,
            "Updates dropped because a new series would have exceeded the cap.");

    /** Drops of the diagnostics queue. */
    public static final FamilyGroup ASYNC_QUEUE_DROP = FamilyGroup.of(DROP_CLASS);
    /** Events dropped. */
    public static final CounterFamily ASYNC_QUEUE_DROPPED = CounterFamily.of(
                    ASYNC_QUEUE_DROP,
                    0,
                    "openclaw_diagnostic_async_queue_dropped_total",
                    NONE,
                    "Diagnostic events that the Gateway's own queue dropped before any exporter saw them; total holds the other classes.")
            .since(Profile.V2026_9);

    /** The diagnostics queue. */
    public static final FamilyGroup ASYNC_QUEUE = FamilyGroup.of();
    /** Entries waiting. */
    public static final GaugeFamily ASYNC_QUEUE_LENGTH = GaugeFamily.of(
                    ASYNC_QUEUE,
                    0,
                    "openclaw_diagnostic_async_queue_length",
                    NONE,
                    "Entries in the Gateway's queue of diagnostic events at the last report of drops.")
            .since(Profile.V2026_9);

    /** Large payloads. */
    public static final FamilyGroup PAYLOAD =
            FamilyGroup.of(PAYLOAD_ACTION, PAYLOAD_CHANNEL, PAYLOAD_PLUGIN, REASON, SURFACE);
    /** Large payloads. */
    public static final CounterFamily PAYLOAD_LARGE_TOTAL = CounterFamily.of(
                    PAYLOAD, 0, "openclaw_payload_large_total", NONE, "Payloads that exceeded a size limit.")
            .since(Profile.V2026_9);
    /** Their size. */
    public static final HistogramFamily PAYLOAD_LARGE_BYTES = HistogramFamily.of(
                    PAYLOAD,
                    1,
                    "openclaw_payload_large_bytes",
                    BYTES,
                    Buckets.BYTES,
                    "Size of payloads that exceeded a size limit, where it is known.")
            .since(Profile.V2026_9);

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES = List.of(
            MEMORY_BYTES,
            MEMORY_RSS_BYTES,
            MEMORY_PRESSURE_TOTAL,
            TELEMETRY_EXPORTER_TOTAL,
            SERIES_DROPPED,
            ASYNC_QUEUE_DROPPED,
            ASYNC_QUEUE_LENGTH,
            PAYLOAD_LARGE_TOTAL,
            PAYLOAD_LARGE_BYTES);

    private GatewayMetrics() {}
}
