package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
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
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionError;
import org.jspecify.annotations.Nullable;

/**
 * What a span of one type of event is called, and which attributes it has. Names and keys are those of the reference; ids,
 * texts and sizes that the reference also sends are not here, since events do not carry them.
 */
enum SpanShape {
    RUN("openclaw.run") {
        @Override
        void describe(DiagnosticEvent event, SpanWriter span) {
            RunCompleted run = (RunCompleted) event;
            span.label("openclaw.outcome", run.outcome());
            span.label("openclaw.provider", run.provider());
            span.label("openclaw.model", run.model());
            span.optional("openclaw.channel", run.channel());
            span.optional("openclaw.trigger", run.trigger());
            if ("error".equals(run.outcome())) {
                span.failed(null);
            }
        }

        @Override
        double durationMs(DiagnosticEvent event) {
            return ((RunCompleted) event).durationMs();
        }
    },
    HARNESS_RUN("openclaw.harness.run") {
        @Override
        void describe(DiagnosticEvent event, SpanWriter span) {
            if (event instanceof HarnessRunCompleted run) {
                harness(span, run.harnessId(), run.pluginId(), run.provider(), run.model(), run.channel());
                span.label("openclaw.outcome", run.outcome());
            } else if (event instanceof HarnessRunError run) {
                harness(span, run.harnessId(), run.pluginId(), run.provider(), run.model(), run.channel());
                span.label("openclaw.outcome", "error");
                span.label("openclaw.harness.phase", run.phase());
                span.failed(run.errorCategory());
            }
        }

        private void harness(
                SpanWriter span,
                @Nullable String id,
                @Nullable String plugin,
                @Nullable String provider,
                @Nullable String model,
                @Nullable String channel) {
            span.label("openclaw.harness.id", id);
            span.label("openclaw.harness.plugin", plugin);
            span.label("openclaw.provider", provider);
            span.label("openclaw.model", model);
            span.optional("openclaw.channel", channel);
        }

        @Override
        double durationMs(DiagnosticEvent event) {
            return event instanceof HarnessRunCompleted run ? run.durationMs() : ((HarnessRunError) event).durationMs();
        }
    },
    MODEL_CALL("openclaw.model.call") {
        @Override
        void describe(DiagnosticEvent event, SpanWriter span) {
            if (event instanceof ModelCallCompleted call) {
                span.modelCall(call.provider(), call.model(), call.api(), call.transport());
            } else if (event instanceof ModelCallError call) {
                span.modelCall(call.provider(), call.model(), call.api(), call.transport());
                span.failed(call.errorCategory());
            }
        }

        @Override
        double durationMs(DiagnosticEvent event) {
            return event instanceof ModelCallCompleted call ? call.durationMs() : ((ModelCallError) event).durationMs();
        }
    },
    MODEL_USAGE("openclaw.model.usage") {
        @Override
        void describe(DiagnosticEvent event, SpanWriter span) {
            ModelUsage usage = (ModelUsage) event;
            span.optional("openclaw.channel", usage.channel());
            span.optional("openclaw.agent", usage.agentId());
            span.label("openclaw.provider", usage.provider());
            span.label("openclaw.model", usage.model());
            TokenUsage tokens = usage.usage();
            if (tokens != null) {
                span.count("gen_ai.usage.input_tokens", tokens.input());
                span.count("gen_ai.usage.output_tokens", tokens.output());
                span.count("gen_ai.usage.cache_read.input_tokens", tokens.cacheRead());
                span.count("gen_ai.usage.cache_creation.input_tokens", tokens.cacheWrite());
            }
        }

        @Override
        double durationMs(DiagnosticEvent event) {
            return ((ModelUsage) event).durationMs();
        }
    },
    TOOL_EXECUTION("openclaw.tool.execution") {
        @Override
        void describe(DiagnosticEvent event, SpanWriter span) {
            if (event instanceof ToolExecutionCompleted tool) {
                tool(span, tool.toolName(), tool.paramsKind());
            } else if (event instanceof ToolExecutionError tool) {
                tool(span, tool.toolName(), tool.paramsKind());
                span.failed(tool.errorCategory());
            }
        }

        private void tool(SpanWriter span, @Nullable String name, @Nullable String params) {
            span.label("openclaw.toolName", name, "tool");
            span.label("gen_ai.tool.name", name, "tool");
            span.optional("openclaw.tool.params.kind", params);
        }

        @Override
        double durationMs(DiagnosticEvent event) {
            return event instanceof ToolExecutionCompleted tool
                    ? tool.durationMs()
                    : ((ToolExecutionError) event).durationMs();
        }
    },
    MESSAGE_PROCESSED("openclaw.message.processed") {
        @Override
        void describe(DiagnosticEvent event, SpanWriter span) {
            MessageProcessed message = (MessageProcessed) event;
            span.label("openclaw.channel", message.channel());
            span.label("openclaw.outcome", message.outcome());
            span.optional("openclaw.reason", message.reason());
            if ("error".equals(message.outcome())) {
                span.failed(null);
            }
        }

        @Override
        double durationMs(DiagnosticEvent event) {
            return ((MessageProcessed) event).durationMs();
        }
    },
    MESSAGE_DELIVERY("openclaw.message.delivery") {
        @Override
        void describe(DiagnosticEvent event, SpanWriter span) {
            if (event instanceof MessageDeliveryCompleted delivery) {
                delivery(span, delivery.channel(), delivery.deliveryKind(), "completed");
            } else if (event instanceof MessageDeliveryError delivery) {
                delivery(span, delivery.channel(), delivery.deliveryKind(), "error");
                span.failed(delivery.errorCategory());
            }
        }

        private void delivery(SpanWriter span, @Nullable String channel, @Nullable String kind, String outcome) {
            span.label("openclaw.channel", channel);
            span.label("openclaw.delivery.kind", kind, "other");
            span.label("openclaw.outcome", outcome);
        }

        @Override
        double durationMs(DiagnosticEvent event) {
            return event instanceof MessageDeliveryCompleted delivery
                    ? delivery.durationMs()
                    : ((MessageDeliveryError) event).durationMs();
        }
    };

    private final String spanName;

    SpanShape(String spanName) {
        this.spanName = spanName;
    }

    /** Returns the name of the span. */
    String spanName() {
        return spanName;
    }

    /** Writes the attributes and the status. */
    abstract void describe(DiagnosticEvent event, SpanWriter span);

    /** Returns how long it took, {@code NaN} if that is unknown. */
    abstract double durationMs(DiagnosticEvent event);

    /** Returns the shape of an event's span, null if it becomes none. Called for every event: type tests, no allocation. */
    static @Nullable SpanShape of(DiagnosticEvent event) {
        if (event instanceof ModelCallCompleted || event instanceof ModelCallError) {
            return MODEL_CALL;
        }
        if (event instanceof ToolExecutionCompleted || event instanceof ToolExecutionError) {
            return TOOL_EXECUTION;
        }
        if (event instanceof RunCompleted) {
            return RUN;
        }
        if (event instanceof HarnessRunCompleted || event instanceof HarnessRunError) {
            return HARNESS_RUN;
        }
        if (event instanceof ModelUsage) {
            return MODEL_USAGE;
        }
        if (event instanceof MessageProcessed) {
            return MESSAGE_PROCESSED;
        }
        return event instanceof MessageDeliveryCompleted || event instanceof MessageDeliveryError
                ? MESSAGE_DELIVERY
                : null;
    }
}
