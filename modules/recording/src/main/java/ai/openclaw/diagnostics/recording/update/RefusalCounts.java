package ai.openclaw.diagnostics.recording.update;

import ai.openclaw.diagnostics.policy.PolicyRule;
import ai.openclaw.diagnostics.policy.RefusalListener;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts refused label values by label and rule; the values themselves are forgotten. Thread-safe. */
public final class RefusalCounts {

    private static final PolicyRule[] RULES = PolicyRule.values();

    private final Map<String, LongAdder[]> byLabel = new ConcurrentSkipListMap<>();

    /** Returns what counts the refusals of a label; labels of one name are counted together. */
    public RefusalListener of(String label) {
        LongAdder[] counts = byLabel.computeIfAbsent(label, absent -> zeros());
        return rule -> counts[rule.ordinal()].increment();
    }

    private static LongAdder[] zeros() {
        return Stream.generate(LongAdder::new).limit(RULES.length).toArray(LongAdder[]::new);
    }

    /** Calls back with each count above zero, by label and rule. */
    public void forEach(Visitor visitor) {
        byLabel.forEach((label, byRule) -> {
            for (PolicyRule rule : RULES) {
                long count = byRule[rule.ordinal()].sum();
                if (count > 0) {
                    visitor.visit(label, rule, count);
                }
            }
        });
    }

    /** Takes the counts. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes how many values of a label a rule refused. */
        void visit(String label, PolicyRule rule, long count);
    }
}
