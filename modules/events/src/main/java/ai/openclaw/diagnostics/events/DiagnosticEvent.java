package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened inside a Gateway and that an exporter may count.
 *
 * <p>Events are immutable and may be published from any thread. They have no prompt, no
 * answer, no session, run or call id. A text that is absent is null, a number that is absent is {@code NaN}; neither is an
 * error. Authors use the builder of a record: a canonical constructor has one more parameter with each new field.
 */
public sealed interface DiagnosticEvent
        permits AsyncQueueDropped,
                ChildProcessSpawn,
                EventLoopSample,
                GarbageCollection,
                GatewayRpc,
                HarnessRunCompleted,
                HarnessRunError,
                LivenessWarning,
                MemoryPressure,
                MemorySample,
                MessageDeliveryCompleted,
                MessageDeliveryError,
                MessageDeliveryStarted,
                MessageDispatchCompleted,
                MessageDispatchStarted,
                MessageProcessed,
                MessageReceived,
                ModelCallCompleted,
                ModelCallError,
                ModelFailover,
                ModelUsage,
                PayloadLarge,
                QueueLaneDequeue,
                QueueLaneEnqueue,
                RunCompleted,
                SessionRecoveryCompleted,
                SessionRecoveryRequested,
                SessionState,
                SessionStuck,
                SessionTurnCreated,
                SkillUsed,
                TalkEvent,
                TelemetryExporter,
                ToolExecutionBlocked,
                ToolExecutionCompleted,
                ToolExecutionError,
                UnknownEvent,
                WebhookError,
                WebhookProcessed,
                WebhookReceived {

    /** Returns the type, the constant of the record. */
    EventType<?> type();

    /** Returns when it happened, in milliseconds since 1970, or {@code NaN} if that is unknown. */
    double ts();

    /** Returns the span that the event belongs to, for an exporter of spans alone; null if it has none. */
    @Nullable
    TraceContext trace();
}
