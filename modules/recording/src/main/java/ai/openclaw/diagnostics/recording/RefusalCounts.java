package ai.openclaw.diagnostics.recording;

import ai.openclaw.diagnostics.policy.PolicyRule;
import ai.openclaw.diagnostics.policy.RefusalListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts refused label values by label and rule; the values themselves are forgotten. Thread-safe. */
final class RefusalCounts {

    private static final PolicyRule[] RULES = PolicyRule.values();

    private final Map<String, LongAdder[]> byLabel = new ConcurrentSkipListMap<>();

    /** Returns what counts the refusals of a label; labels of one name are counted together. */
    RefusalListener of(String label) {
        LongAdder[] counts = byLabel.computeIfAbsent(label, absent -> zeros());
        return rule -> counts[rule.ordinal()].increment();
    }

    private static LongAdder[] zeros() {
        return Stream.generate(LongAdder::new).limit(RULES.length).toArray(LongAdder[]::new);
    }

    /** Returns the counts above zero, by label and rule. */
    List<RefusedValues> counts() {
        List<RefusedValues> counts = new ArrayList<>();
        byLabel.forEach((label, byRule) -> {
            for (PolicyRule rule : RULES) {
                long count = byRule[rule.ordinal()].sum();
                if (count > 0) {
                    counts.add(new RefusedValues(label, rule, count));
                }
            }
        });
        return counts;
    }
}
