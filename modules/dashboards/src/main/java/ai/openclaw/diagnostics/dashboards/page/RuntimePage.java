package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.LivenessMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.ProcessMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.RpcMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.max;
import static ai.openclaw.diagnostics.promql.Aggregations.sum;
import static ai.openclaw.diagnostics.promql.Aggregations.topk;

import ai.openclaw.diagnostics.dashboards.grafana.Dashboard;
import ai.openclaw.diagnostics.dashboards.grafana.Panel;

/** Is the Gateway's event loop free, and how do calls of its methods go. All of it is of profile 2026.9. */
public final class RuntimePage {

    private static final int TOP = 10;

    private RuntimePage() {}

    /** Returns the page. */
    public static Dashboard page() {
        return new Dashboard(
                        "runtime",
                        "Runtime",
                        "Is the event loop free, and how do calls of the gateway's methods go? The gateways of"
                                + " OpenClaw 2026.9 tell this, and this exporter in that compatibility profile; without it"
                                + " the page is empty.")
                .row("Now", loopDelay(), observed(), collecting(), warnings(), calls(), callErrors())
                .row("Event loop", loopDelays(), collections(), spawns())
                .row("Calls", CallPanels.all())
                .closedRow("Slow to answer", reasons(), delayAtWarnings(), busyAtWarnings(), sessions())
                .closedRow("Workers", workers(), workerHeap())
                .closedRow("Payloads and diagnostics queue", payloads(), payloadSizes(), queueDrops(), queueLength());
    }

    // ------------------------------------------------------------------- now

    private static Panel loopDelay() {
        return stat(
                        "Event loop delay p95",
                        "s",
                        "In 95 of 100 intervals the longest delay of the event loop was shorter. While the loop is"
                                + " late nothing is answered.")
                .query(percentile(0.95, ALL.buckets(EVENT_LOOP_DELAY_MAX)))
                .risky(0.5, 1)
                .decimals(2)
                .size(4, 4);
    }

    private static Panel observed() {
        return stat(
                        "Loop observed",
                        "percentunit",
                        "The part of the time during which the delay of event loops was observed, of all gateways"
                                + " together; more than 100 % with several of them.")
                .query(sum(perSecond(ALL.of(EVENT_LOOP_OBSERVED))))
                .neutral()
                .decimals(0)
                .size(4, 4);
    }

    private static Panel collecting() {
        return stat("GC p95", "s", "95 of 100 garbage collections were shorter.")
                .query(percentile(0.95, ALL.buckets(GC_DURATION)))
                .risky(0.5, 1)
                .decimals(2)
                .size(4, 4);
    }

    private static Panel warnings() {
        return total("Slow to answer in range", "none", "Warnings of gateways that they are slow to answer.")
                .query(inRange(ALL.of(LIVENESS_WARNING)).orZero())
                .rare()
                .risky(1, 10)
                .decimals(0)
                .size(4, 4);
    }

    private static Panel calls() {
        return stat("Calls / min", "cpm", "Calls of gateway methods that were received, a minute.")
                .query(perMinute(ALL.of(RPC_REQUESTS)).orZero())
                .neutral()
                .size(4, 4);
    }

    private static Panel callErrors() {
        return total("Handlers that threw in range", "none", "Calls whose handler or dispatch ended with an exception.")
                .query(inRange(ALL.of(RPC_OUTCOMES).is(RPC_OUTCOME, "threw")).orZero())
                .rare()
                .risky(1, 10)
                .decimals(0)
                .size(4, 4);
    }

    // ------------------------------------------------------------ event loop

    private static Panel loopDelays() {
        return heatmap(
                        "Longest delay per interval",
                        "s",
                        "The longest delay of the event loop in each interval: the darker, the more.")
                .query(spread(ALL.buckets(EVENT_LOOP_DELAY_MAX)));
    }

    private static Panel collections() {
        return heatmap(
                        "Garbage collections",
                        "s",
                        "How long garbage collections took: the darker, the more fell into that range.")
                .query(spread(ALL.buckets(GC_DURATION)));
    }

    private static Panel spawns() {
        return stack(
                        "Child processes",
                        "cpm",
                        "Child processes that gateways started, a minute. Empty where none was started.")
                .query(perMinute(ALL.of(CHILD_PROCESS_SPAWN), PROCESS_FAMILY))
                .orElse("None started");
    }

    // -------------------------------------------------------- slow to answer

    private static Panel reasons() {
        return stack(
                        "Warnings by reason",
                        "short",
                        "Warnings of gateways that they are slow to answer, an hour, by what is late or busy.")
                .query(hourly(ALL.of(LIVENESS_WARNING), LIVENESS_REASON))
                .orElse("No warnings");
    }

    private static Panel delayAtWarnings() {
        return lines(
                        "Delay before warnings",
                        "s",
                        "What the event loop's delay was before warnings: the longest, and the 99th percentile, "
                                + "each below this in 95 of 100 warnings.")
                .query("longest", percentile(0.95, ALL.buckets(LIVENESS_DELAY_MAX)))
                .query("99th percentile", percentile(0.95, ALL.buckets(LIVENESS_DELAY_P99)))
                .orElse("No warnings");
    }

    private static Panel busyAtWarnings() {
        return lines(
                        "Load before warnings",
                        "none",
                        "How busy the event loop and the cores were before warnings: 1 is one loop or one core "
                                + "in full use; each below this in 95 of 100 warnings.")
                .query("event loop", percentile(0.95, ALL.buckets(LIVENESS_UTILIZATION)))
                .query("cores", percentile(0.95, ALL.buckets(LIVENESS_CPU)))
                .orElse("No warnings");
    }

    private static Panel sessions() {
        return lines(
                        "Sessions at the last warning",
                        "short",
                        "Sessions of all gateways at their last warning, which may be long ago.")
                .query(sum(ALL.of(LIVENESS_SESSIONS).value(), SESSION_LOAD))
                .orElse("No warnings");
    }

    // --------------------------------------------------------------- workers

    private static Panel workers() {
        return lines("Workers", "short", "Worker threads of all gateways, and those whose heap was measured.")
                .query("running", sum(ALL.of(WORKER_COUNT).value()))
                .query("measured", sum(ALL.of(WORKER_HEAP_SAMPLED).value()))
                .orElse("No workers");
    }

    private static Panel workerHeap() {
        return lines(
                        "Worker heap by script",
                        "bytes",
                        "Heap of the workers of each script in the largest gateway; the ten largest scripts.")
                .query(topk(TOP, max(ALL.of(WORKER_HEAP_USED).value(), SCRIPT)))
                .orElse("No workers");
    }

    // ------------------------------------------------- payloads, diagnostics

    private static Panel payloads() {
        return stack(
                        "Large payloads",
                        "short",
                        "Payloads above a size limit, an hour, by where they were met and what was done.")
                .query(hourly(ALL.of(PAYLOAD_LARGE_TOTAL), SURFACE, PAYLOAD_ACTION))
                .orElse("No large payloads");
    }

    private static Panel payloadSizes() {
        return heatmap(
                        "Size of large payloads",
                        "bytes",
                        "How large the payloads above a size limit were: the darker, the more.")
                .query(spread(ALL.buckets(PAYLOAD_LARGE_BYTES)));
    }

    private static Panel queueDrops() {
        return stack(
                        "Diagnostic events lost",
                        "short",
                        "Events that the gateway's own queue dropped, an hour, before any exporter saw them: what the"
                                + " other pages show is incomplete then. Trusted, untrusted and priority are parts of the"
                                + " total.")
                .query(hourly(ALL.of(ASYNC_QUEUE_DROPPED), DROP_CLASS))
                .orElse("No drops");
    }

    private static Panel queueLength() {
        return lines(
                        "Diagnostics queue",
                        "short",
                        "Entries in the queue of the fullest gateway when it last reported drops.")
                .query(max(ALL.of(ASYNC_QUEUE_LENGTH).value()))
                .orElse("No drops");
    }
}
