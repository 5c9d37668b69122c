package ai.openclaw.diagnostics.catalog.domain;

import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.METHOD;
import static ai.openclaw.diagnostics.catalog.domain.Labels.RPC_OUTCOME;
import static ai.openclaw.diagnostics.catalog.domain.Labels.RPC_PHASE;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Profile;
import java.util.List;

/** Calls of the Gateway's methods. */
public final class RpcMetrics {

    /** Calls by method. */
    public static final FamilyGroup RPC_CALL = FamilyGroup.of(METHOD);
    /** Calls received. */
    public static final CounterFamily RPC_REQUESTS = CounterFamily.of(
                    RPC_CALL,
                    0,
                    "openclaw_gateway_rpc_requests_total",
                    NONE,
                    "Calls of Gateway methods that were received.")
            .since(Profile.V2026_9);
    /** Time to the first response. */
    public static final HistogramFamily RPC_FIRST_RESPONSE = seconds(
            1,
            "openclaw_gateway_rpc_first_response_seconds",
            "Time from receipt of a call to its first response, if that was ok or an error.");
    /** Time in the handler. */
    public static final HistogramFamily RPC_HANDLER =
            seconds(2, "openclaw_gateway_rpc_handler_seconds", "Time that the handler of a call took.");
    /** Time until admission. */
    public static final HistogramFamily RPC_ADMISSION =
            seconds(3, "openclaw_gateway_rpc_admission_seconds", "Time that a call waited until it was let in.");
    /** Time in a queue. */
    public static final HistogramFamily RPC_QUEUE_WAIT = seconds(
            4, "openclaw_gateway_rpc_queue_wait_seconds", "Time that a call waited in a queue before its dispatch.");

    /** Ends of phases. */
    public static final FamilyGroup RPC_END = FamilyGroup.of(RPC_OUTCOME, RPC_PHASE);
    /** Phases that ended. */
    public static final CounterFamily RPC_OUTCOMES = CounterFamily.of(
                    RPC_END,
                    0,
                    "openclaw_gateway_rpc_outcomes_total",
                    NONE,
                    "Phases of calls that ended, by outcome; a call counts once in each phase that it went through.")
            .since(Profile.V2026_9);

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES =
            List.of(RPC_REQUESTS, RPC_FIRST_RESPONSE, RPC_HANDLER, RPC_ADMISSION, RPC_QUEUE_WAIT, RPC_OUTCOMES);

    private RpcMetrics() {}

    /** Returns a histogram of a time that calls take. */
    private static HistogramFamily seconds(int slot, String name, String help) {
        return HistogramFamily.of(RPC_CALL, slot, name, SECONDS, Buckets.SECONDS, help)
                .since(Profile.V2026_9);
    }
}
