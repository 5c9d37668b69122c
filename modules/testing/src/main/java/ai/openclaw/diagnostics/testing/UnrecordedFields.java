package ai.openclaw.diagnostics.testing;

import java.util.List;

/** Fields that events have, that no metric reads, and that must come out nowhere. */
public final class UnrecordedFields {

    /** Their names in JSON. */
    public static final List<String> NAMES = List.of(
            "runId",
            "callId",
            "toolCallId",
            "sessionKey",
            "sessionId",
            "messageId",
            "chatId",
            "turnId",
            "captureId",
            "error",
            "message",
            "content",
            "prompt",
            "systemPrompt",
            "response",
            "transcript",
            "attributes",
            "activeToolName",
            "lastProgressReason",
            "activeWorkLabels",
            "details",
            "actor",
            "target",
            "trace",
            "host",
            "path",
            "handoffToken",
            "providerRequestId");

    private UnrecordedFields() {}
}
