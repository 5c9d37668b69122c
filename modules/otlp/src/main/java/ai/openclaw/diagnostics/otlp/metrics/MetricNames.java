package ai.openclaw.diagnostics.otlp.metrics;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.Label;
import java.util.Map;

/** Names of metrics and attributes: those of the reference's exporter, or those of the pull exporter. */
public abstract class MetricNames {

    private MetricNames() {}

    /** Returns how a family is called and measured. */
    abstract MetricName of(Family family);

    /** Returns the key of a label's attribute. */
    abstract String attribute(Family family, Label label);

    /** Returns an attribute that every point of a family has, empty if there is none. */
    abstract Map<String, String> constants(Family family);

    /** The names of the pull exporter: a Prometheus that receives them stores the same series. */
    public static MetricNames prometheus() {
        return new MetricNames() {
            @Override
            MetricName of(Family family) {
                return MetricName.prometheus(family);
            }

            @Override
            String attribute(Family family, Label label) {
                return label.name();
            }

            @Override
            Map<String, String> constants(Family family) {
                return Map.of();
            }
        };
    }

    /**
     * The names of the reference's exporter where it has the metric, and names in its manner where it has not.
     *
     * @param prefix what they begin with, {@code openclaw.} if nothing else is configured
     */
    public static MetricNames reference(String prefix) {
        return new ReferenceNames(prefix);
    }

    private static final class ReferenceNames extends MetricNames {

        private static final String TOKEN_USAGE = "openclaw_gen_ai_client_token_usage";
        private static final String PREFIX = "openclaw_";

        /** Where the name is not that of the family without prefix and suffix. */
        private static final Map<String, String> NAMES = Map.ofEntries(
                Map.entry("openclaw_model_tokens_total", "tokens"),
                Map.entry("openclaw_model_cost_usd_total", "cost.usd"),
                Map.entry("openclaw_model_usage_duration_seconds", "model.usage.duration_ms"),
                Map.entry("openclaw_run_duration_seconds", "run.duration_ms"),
                Map.entry("openclaw_run_completed_total", "run.completed"),
                Map.entry("openclaw_model_call_duration_seconds", "model_call.duration_ms"),
                Map.entry("openclaw_model_call_total", "model_call.count"),
                Map.entry("openclaw_tool_execution_duration_seconds", "tool.execution.duration_ms"),
                Map.entry("openclaw_tool_execution_total", "tool.execution.count"),
                Map.entry("openclaw_tool_execution_blocked_total", "tool.execution.blocked"),
                Map.entry("openclaw_harness_run_duration_seconds", "harness.duration_ms"),
                Map.entry("openclaw_harness_run_total", "harness.count"),
                Map.entry("openclaw_message_processed_total", "message.processed"),
                Map.entry("openclaw_message_processed_duration_seconds", "message.duration_ms"),
                Map.entry("openclaw_message_received_total", "message.received"),
                Map.entry("openclaw_message_dispatch_started_total", "message.dispatch.started"),
                Map.entry("openclaw_message_dispatch_completed_total", "message.dispatch.completed"),
                Map.entry("openclaw_message_dispatch_duration_seconds", "message.dispatch.duration_ms"),
                Map.entry("openclaw_message_delivery_started_total", "message.delivery.started"),
                Map.entry("openclaw_message_delivery_total", "message.delivery.count"),
                Map.entry("openclaw_message_delivery_duration_seconds", "message.delivery.duration_ms"),
                Map.entry("openclaw_talk_event_total", "talk.event"),
                Map.entry("openclaw_talk_event_duration_seconds", "talk.event.duration_ms"),
                Map.entry("openclaw_talk_audio_bytes", "talk.audio.bytes"),
                Map.entry("openclaw_session_recovery_total", "session.recovery.count"),
                Map.entry("openclaw_session_recovery_age_seconds", "session.recovery.age_ms"),
                Map.entry("openclaw_session_state_total", "session.state"),
                Map.entry("openclaw_session_stuck_total", "session.stuck"),
                Map.entry("openclaw_session_stuck_age_seconds", "session.stuck_age_ms"),
                Map.entry("openclaw_session_turn_created_total", "session.turn.created"),
                Map.entry("openclaw_queue_lane_size", "queue.lane.size"),
                Map.entry("openclaw_queue_lane_wait_seconds", "queue.wait_ms"),
                Map.entry("openclaw_memory_bytes", "memory.bytes"),
                Map.entry("openclaw_memory_rss_bytes", "memory.rss_bytes"),
                Map.entry("openclaw_memory_pressure_total", "memory.pressure"),
                Map.entry("openclaw_telemetry_exporter_total", "telemetry.exporter.events"),
                Map.entry("openclaw_prometheus_series_dropped_total", "series.dropped"),
                Map.entry("openclaw_model_failover_total", "model.failover"),
                Map.entry("openclaw_skill_used_total", "skill.used"),
                Map.entry("openclaw_webhook_received_total", "webhook.received"),
                Map.entry("openclaw_webhook_error_total", "webhook.error"),
                Map.entry("openclaw_webhook_duration_seconds", "webhook.duration_ms"),
                Map.entry("openclaw_payload_large_total", "payload.large"),
                Map.entry("openclaw_payload_large_bytes", "payload.large_bytes"),
                Map.entry("openclaw_diagnostic_async_queue_dropped_total", "diagnostic.async_queue.dropped"),
                Map.entry("openclaw_gateway_rpc_requests_total", "gateway.rpc.requests"),
                Map.entry("openclaw_gateway_rpc_outcomes_total", "gateway.rpc.outcomes"),
                Map.entry("openclaw_gateway_rpc_first_response_seconds", "gateway.rpc.first_response_ms"),
                Map.entry("openclaw_gateway_rpc_handler_seconds", "gateway.rpc.handler_ms"),
                Map.entry("openclaw_gateway_rpc_admission_seconds", "gateway.rpc.admission_ms"),
                Map.entry("openclaw_gateway_rpc_queue_wait_seconds", "gateway.rpc.queue_wait_ms"),
                Map.entry("openclaw_gateway_event_loop_delay_max_seconds", "gateway.event_loop.delay_max_ms"),
                Map.entry("openclaw_gateway_event_loop_observed_seconds_total", "gateway.event_loop.observed_ms"),
                Map.entry("openclaw_gc_duration_seconds", "gc.duration_ms"),
                Map.entry("openclaw_liveness_warning_total", "liveness.warning"));

        /** Where the key is not {@code openclaw.} and the label. */
        private static final Map<String, String> KEYS = Map.of(
                "token_type", "openclaw.token",
                "error_category", "openclaw.errorCategory",
                "tool", "openclaw.toolName",
                "params_kind", "openclaw.tool.params.kind",
                "harness", "openclaw.harness.id",
                "plugin", "openclaw.harness.plugin",
                "phase", "openclaw.harness.phase",
                "delivery_kind", "openclaw.delivery.kind",
                "event_type", "openclaw.talk.event_type",
                "observation_unit", "openclaw.model_call.observation_unit");

        private static final Map<String, String> GEN_AI_KEYS = Map.of(
                "model", "gen_ai.request.model",
                "provider", "gen_ai.provider.name",
                "token_type", "gen_ai.token.type");

        private final String prefix;

        ReferenceNames(String prefix) {
            this.prefix = prefix;
        }

        @Override
        MetricName of(Family family) {
            if (family.name().equals(TOKEN_USAGE)) {
                return MetricName.reference(family, "gen_ai.client.token.usage");
            }
            String name = NAMES.get(family.name());
            return MetricName.reference(family, prefix + (name == null ? derived(family.name()) : name));
        }

        private static String derived(String family) {
            String name = without("_total", family.substring(PREFIX.length()));
            String duration = without("_seconds", name);
            return duration.equals(name) ? name : duration + "_ms";
        }

        private static String without(String suffix, String name) {
            return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
        }

        @Override
        String attribute(Family family, Label label) {
            if (family.name().equals(TOKEN_USAGE)) {
                return GEN_AI_KEYS.getOrDefault(label.name(), "openclaw." + label.name());
            }
            return KEYS.getOrDefault(label.name(), "openclaw." + label.name());
        }

        @Override
        Map<String, String> constants(Family family) {
            return family.name().equals(TOKEN_USAGE) ? Map.of("gen_ai.operation.name", "chat") : Map.of();
        }
    }
}
