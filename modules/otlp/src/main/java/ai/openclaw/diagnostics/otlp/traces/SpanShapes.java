package ai.openclaw.diagnostics.otlp.traces;

import static java.util.Map.entry;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.HarnessRunCompleted;
import ai.openclaw.diagnostics.events.HarnessRunError;
import ai.openclaw.diagnostics.events.MessageDeliveryCompleted;
import ai.openclaw.diagnostics.events.MessageDeliveryError;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelCallError;
import ai.openclaw.diagnostics.events.ModelUsage;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.TokenUsage;
import ai.openclaw.diagnostics.events.ToolExecutionBlocked;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionError;
import ai.openclaw.diagnostics.events.WebhookError;
import ai.openclaw.diagnostics.events.WebhookProcessed;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The spans of the events that end work. Names and keys are those of the reference; ids, texts and sizes that the reference also
 * sends are not here, since events do not carry them.
 */
final class SpanShapes {

    private static final String HARNESS_RUN = "openclaw.harness.run";
    private static final String MODEL_CALL = "openclaw.model.call";
    private static final String TOOL_EXECUTION = "openclaw.tool.execution";
    private static final String MESSAGE_DELIVERY = "openclaw.message.delivery";

    private static final Map<EventType<?>, SpanShape<?>> SHAPES = Map.ofEntries(
            shape(RunCompleted.TYPE, "openclaw.run", RunCompleted::durationMs, SpanShapes::run),
            shape(HarnessRunCompleted.TYPE, HARNESS_RUN, HarnessRunCompleted::durationMs, SpanShapes::harness),
            shape(HarnessRunError.TYPE, HARNESS_RUN, HarnessRunError::durationMs, SpanShapes::harness),
            shape(ModelCallCompleted.TYPE, MODEL_CALL, ModelCallCompleted::durationMs, SpanShapes::modelCall),
            shape(ModelCallError.TYPE, MODEL_CALL, ModelCallError::durationMs, SpanShapes::modelCall),
            shape(ModelUsage.TYPE, "openclaw.model.usage", ModelUsage::durationMs, SpanShapes::modelUsage),
            shape(ToolExecutionCompleted.TYPE, TOOL_EXECUTION, ToolExecutionCompleted::durationMs, SpanShapes::tool),
            shape(ToolExecutionError.TYPE, TOOL_EXECUTION, ToolExecutionError::durationMs, SpanShapes::tool),
            shape(ToolExecutionBlocked.TYPE, TOOL_EXECUTION, blocked -> Double.NaN, SpanShapes::tool),
            shape(
                    MessageProcessed.TYPE,
                    "openclaw.message.processed",
                    MessageProcessed::durationMs,
                    SpanShapes::message),
            shape(
                    MessageDeliveryCompleted.TYPE,
                    MESSAGE_DELIVERY,
                    MessageDeliveryCompleted::durationMs,
                    SpanShapes::delivery),
            shape(MessageDeliveryError.TYPE, MESSAGE_DELIVERY, MessageDeliveryError::durationMs, SpanShapes::delivery),
            shape(
                    WebhookProcessed.TYPE,
                    "openclaw.webhook.processed",
                    WebhookProcessed::durationMs,
                    SpanShapes::webhook),
            shape(WebhookError.TYPE, "openclaw.webhook.error", failed -> Double.NaN, SpanShapes::webhook));

    private SpanShapes() {}

    private static <E extends DiagnosticEvent> Entry<EventType<?>, SpanShape<?>> shape(
            EventType<E> type, String name, ToDoubleFunction<E> durationMs, BiConsumer<E, SpanWriter> attributes) {
        return entry(type, new SpanShape<>(name, durationMs, attributes));
    }

    /** Tells whether an event becomes a span. Called for every event: allocates nothing. */
    static boolean hasShape(DiagnosticEvent event) {
        return SHAPES.containsKey(event.type());
    }

    /** Returns the span of an event that has one. */
    @SuppressWarnings("unchecked") // the type of an event is that of its class
    static <E extends DiagnosticEvent> SpanShape<E> of(E event) {
        SpanShape<E> shape = (SpanShape<E>) SHAPES.get(event.type());
        if (shape == null) {
            throw new IllegalArgumentException("no span for events of the type " + event.type());
        }
        return shape;
    }

    private static void run(RunCompleted run, SpanWriter span) {
        outcome(span, run.outcome());
        model(span, run.provider(), run.model(), run.channel());
        span.optional("openclaw.trigger", run.trigger());
    }

    private static void harness(HarnessRunCompleted run, SpanWriter span) {
        harness(span, run.harnessId(), run.pluginId());
        model(span, run.provider(), run.model(), run.channel());
        outcome(span, run.outcome());
    }

    private static void harness(HarnessRunError run, SpanWriter span) {
        harness(span, run.harnessId(), run.pluginId());
        model(span, run.provider(), run.model(), run.channel());
        span.label("openclaw.outcome", "error");
        span.label("openclaw.harness.phase", run.phase());
        span.failed(run.errorCategory());
    }

    private static void harness(SpanWriter span, @Nullable String id, @Nullable String plugin) {
        span.label("openclaw.harness.id", id);
        span.label("openclaw.harness.plugin", plugin);
    }

    private static void model(
            SpanWriter span, @Nullable String provider, @Nullable String model, @Nullable String channel) {
        span.label("openclaw.provider", provider);
        span.label("openclaw.model", model);
        span.optional("openclaw.channel", channel);
    }

    private static void modelCall(ModelCallCompleted call, SpanWriter span) {
        span.modelCall(call.provider(), call.model(), call.api(), call.transport());
    }

    private static void modelCall(ModelCallError call, SpanWriter span) {
        span.modelCall(call.provider(), call.model(), call.api(), call.transport());
        span.failed(call.errorCategory());
    }

    private static void modelUsage(ModelUsage usage, SpanWriter span) {
        model(span, usage.provider(), usage.model(), usage.channel());
        span.optional("openclaw.agent", usage.agentId());
        TokenUsage tokens = usage.usage();
        if (tokens != null) {
            span.count("gen_ai.usage.input_tokens", tokens.input());
            span.count("gen_ai.usage.output_tokens", tokens.output());
            span.count("gen_ai.usage.cache_read.input_tokens", tokens.cacheRead());
            span.count("gen_ai.usage.cache_creation.input_tokens", tokens.cacheWrite());
        }
    }

    private static void tool(ToolExecutionCompleted tool, SpanWriter span) {
        tool(span, tool.toolName(), tool.paramsKind());
    }

    private static void tool(ToolExecutionError tool, SpanWriter span) {
        tool(span, tool.toolName(), tool.paramsKind());
        span.failed(tool.errorCategory());
    }

    private static void tool(ToolExecutionBlocked tool, SpanWriter span) {
        tool(span, tool.toolName(), tool.paramsKind());
        span.label("openclaw.outcome", "blocked");
        span.label("openclaw.deniedReason", tool.deniedReason(), "other");
    }

    private static void tool(SpanWriter span, @Nullable String name, @Nullable String params) {
        span.label("openclaw.toolName", name, "tool");
        span.label("gen_ai.tool.name", name, "tool");
        span.optional("openclaw.tool.params.kind", params);
    }

    private static void message(MessageProcessed message, SpanWriter span) {
        span.label("openclaw.channel", message.channel());
        outcome(span, message.outcome());
        span.optional("openclaw.reason", message.reason());
    }

    private static void delivery(MessageDeliveryCompleted delivery, SpanWriter span) {
        delivery(span, delivery.channel(), delivery.deliveryKind(), "completed");
    }

    private static void delivery(MessageDeliveryError delivery, SpanWriter span) {
        delivery(span, delivery.channel(), delivery.deliveryKind(), "error");
        span.failed(delivery.errorCategory());
    }

    private static void delivery(SpanWriter span, @Nullable String channel, @Nullable String kind, String outcome) {
        span.label("openclaw.channel", channel);
        span.label("openclaw.delivery.kind", kind, "other");
        span.label("openclaw.outcome", outcome);
    }

    private static void webhook(WebhookProcessed webhook, SpanWriter span) {
        webhook(span, webhook.channel(), webhook.updateType());
    }

    private static void webhook(WebhookError webhook, SpanWriter span) {
        webhook(span, webhook.channel(), webhook.updateType());
        span.failed(null);
    }

    private static void webhook(SpanWriter span, @Nullable String channel, @Nullable String updateType) {
        span.label("openclaw.channel", channel);
        span.label("openclaw.webhook", updateType);
    }

    private static void outcome(SpanWriter span, @Nullable String outcome) {
        span.label("openclaw.outcome", outcome);
        if ("error".equals(outcome)) {
            span.failed(null);
        }
    }
}
