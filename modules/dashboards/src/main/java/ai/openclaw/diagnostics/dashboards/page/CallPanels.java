package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.RpcMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.topk;

import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.dashboards.grafana.Panel;

/** Calls of the Gateway's methods: how many, how they ended, and where they spent their time. */
final class CallPanels {

    private static final int TOP = 10;

    private CallPanels() {}

    static Panel[] all() {
        return new Panel[] {requests(), outcomes(), firstResponse(), handler(), admission(), queueWait()};
    }

    private static Panel requests() {
        return stack("Calls by method", "cpm", "The ten busiest methods at each moment.")
                .query(topk(TOP, perMinute(ALL.of(RPC_REQUESTS), METHOD)));
    }

    private static Panel outcomes() {
        return lines(
                        "Phases by outcome",
                        "cpm",
                        "Phases that ended, a minute. A call is counted once in each phase it went through.")
                .query(perMinute(ALL.of(RPC_OUTCOMES), RPC_PHASE, RPC_OUTCOME));
    }

    private static Panel firstResponse() {
        return slowest("First response p95", "until the first response", RPC_FIRST_RESPONSE);
    }

    private static Panel handler() {
        return slowest("Handler p95", "in the handler", RPC_HANDLER);
    }

    private static Panel admission() {
        return slowest("Admission p95", "until they were let in", RPC_ADMISSION);
    }

    private static Panel queueWait() {
        return slowest("Dispatch wait p95", "in a queue before their dispatch", RPC_QUEUE_WAIT);
    }

    private static Panel slowest(String title, String where, HistogramFamily family) {
        return lines(title, "s", "95 of 100 calls of a method spent less time " + where + "; the ten slowest methods.")
                .query(topk(TOP, percentile(0.95, ALL.buckets(family), METHOD)));
    }
}
