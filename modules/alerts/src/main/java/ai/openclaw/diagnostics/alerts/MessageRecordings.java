package ai.openclaw.diagnostics.alerts;

import static ai.openclaw.diagnostics.catalog.MessageMetrics.MESSAGE_PROCESSED_TOTAL;

import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.ArrayList;
import java.util.List;

/** The part of the messages that failed, over the windows of the objective. */
final class MessageRecordings {

    /** Summed from windows of five minutes, the first of them. */
    private static final List<String> QUICK_WINDOWS = List.of("5m", "30m", "1h");
    /** Summed from windows of ten minutes. */
    private static final List<String> SLOW_WINDOWS = List.of("2h", "6h", "1d", "3d");
    /** Of a Gateway, of which there may be hundreds. */
    private static final List<String> SLOW_WINDOWS_OF_GATEWAY = List.of("6h");

    private final Scope scope;
    private final Outcomes quick;
    private final Outcomes slow;

    MessageRecordings(Scope scope) {
        this.scope = scope;
        List<String> quickly = QUICK_WINDOWS.subList(1, QUICK_WINDOWS.size());
        this.quick = outcomes("5m").recording(Level.JOB, quickly).recording(Level.GATEWAY, quickly);
        this.slow =
                outcomes("10m").recording(Level.JOB, SLOW_WINDOWS).recording(Level.GATEWAY, SLOW_WINDOWS_OF_GATEWAY);
    }

    private Outcomes outcomes(String window) {
        Selector counter = scope.of(MESSAGE_PROCESSED_TOTAL);
        return new Outcomes(scope, "openclaw_message_processed", counter, window, "error");
    }

    RuleGroup group() {
        List<Recording> rules = new ArrayList<>(quick.recordings());
        rules.addAll(slow.recordings());
        QUICK_WINDOWS.forEach(window -> rules.add(ratio(Level.JOB, window)));
        SLOW_WINDOWS.forEach(window -> rules.add(ratio(Level.JOB, window)));
        QUICK_WINDOWS.forEach(window -> rules.add(ratio(Level.GATEWAY, window)));
        SLOW_WINDOWS_OF_GATEWAY.forEach(window -> rules.add(ratio(Level.GATEWAY, window)));
        return new RuleGroup("openclaw-slo.rules", rules);
    }

    /** Returns which part of the messages of a window failed. */
    Expression failedRatio(Level level, String window) {
        return ratio(level, window).in(scope).value();
    }

    /** Returns how many messages of a window failed. */
    Expression failed(Level level, String window) {
        return of(window).failed(window, level);
    }

    private Recording ratio(Level level, String window) {
        return new Recording(
                level.name("openclaw_message_processed_errors_per_message", "ratio_rate" + window),
                of(window).failedRatio(window, level),
                List.of(level.by()));
    }

    private Outcomes of(String window) {
        return QUICK_WINDOWS.contains(window) ? quick : slow;
    }
}
