package ai.openclaw.diagnostics.alerts.recorded;

import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.MESSAGE_PROCESSED_TOTAL;

import ai.openclaw.diagnostics.alerts.rule.Engine;
import ai.openclaw.diagnostics.alerts.rule.Level;
import ai.openclaw.diagnostics.alerts.rule.Recording;
import ai.openclaw.diagnostics.alerts.rule.RuleGroup;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import java.util.ArrayList;
import java.util.List;

/** The part of the messages that failed, over the windows of the objective. */
public final class MessageRecordings {

    private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d");
    /** Of a Gateway, of which there may be hundreds. */
    private static final List<String> WINDOWS_OF_GATEWAY = List.of("5m", "30m", "1h", "6h");

    private final CountedGroup group;
    private final Outcomes processed;

    MessageRecordings(Scope scope, Engine engine) {
        this.group = new CountedGroup(scope, engine, "slo");
        this.processed = group.outcomes(
                        "openclaw_message_processed", scope.of(MESSAGE_PROCESSED_TOTAL), WINDOWS.get(0), "error")
                .recording(Level.JOB, WINDOWS)
                .recording(Level.GATEWAY, WINDOWS_OF_GATEWAY);
    }

    RuleGroup group() {
        List<Recording> rules = new ArrayList<>(group.ofProcesses());
        rules.addAll(processed.recordings());
        WINDOWS.forEach(window -> rules.add(ratio(Level.JOB, window)));
        WINDOWS_OF_GATEWAY.forEach(window -> rules.add(ratio(Level.GATEWAY, window)));
        return RuleGroup.of("openclaw-slo.rules", rules);
    }

    /** Returns which part of the messages of a window failed. */
    public Expression failedRatio(Level level, String window) {
        return ratio(level, window).in(group.scope()).value();
    }

    /** Returns how many messages of a window failed. */
    public Expression failed(Level level, String window) {
        return processed.failed(window, level);
    }

    private Recording ratio(Level level, String window) {
        return new Recording(
                level.name("openclaw_message_processed_errors_per_message", "ratio_rate" + window),
                processed.failedRatio(window, level),
                List.of(level.by()));
    }
}
