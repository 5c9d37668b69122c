package ai.openclaw.diagnostics.events;

/**
 * Something that happened inside a Gateway and that an exporter may count.
 *
 * <p>Events are immutable and may be published from any thread. They carry what is counted and nothing else: no prompt,
 * no answer, no session, run or call id. A text that is absent is null, a number that is absent is {@code NaN}; neither
 * is an error.
 */
public sealed interface DiagnosticEvent
        permits HarnessRunCompleted,
                HarnessRunError,
                MemoryPressure,
                MemorySample,
                MessageDeliveryCompleted,
                MessageDeliveryError,
                MessageDeliveryStarted,
                MessageProcessed,
                ModelCallCompleted,
                ModelCallError,
                ModelUsage,
                QueueLaneDequeue,
                QueueLaneEnqueue,
                RunCompleted,
                SessionRecoveryCompleted,
                SessionRecoveryRequested,
                SessionState,
                TalkEvent,
                TelemetryExporter,
                ToolExecutionCompleted,
                ToolExecutionError,
                Unrecognised {

    /** Returns the type, by which subscribers switch. */
    EventType type();
}
