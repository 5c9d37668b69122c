package ai.openclaw.diagnostics.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for every committed page, but for what is listed here with its reason. */
class RulesTest {

    record Exclusion(Rule rule, String uid, String panel, String reason) {

        boolean covers(Page page, Rule broken, String complaint) {
            return broken == rule && page.uid().equals(uid) && complaint.startsWith(panel + ": ");
        }
    }

    private static final String ALERTS_HAVE_NO_INSTANCE = "An alert over a whole job has no instance.";
    private static final String ALERTS_MAY_LACK_A_JOB = "An alert about a lost job has no job.";

    static final List<Exclusion> EXCLUSIONS = List.of(
            new Exclusion(LinterRule.TARGET_JOB, "openclaw-overview", "Firing alerts", ALERTS_MAY_LACK_A_JOB),
            new Exclusion(LinterRule.TARGET_CLUSTER, "openclaw-overview", "Firing alerts", ALERTS_MAY_LACK_A_JOB),
            new Exclusion(LinterRule.TARGET_NAMESPACE, "openclaw-overview", "Firing alerts", ALERTS_MAY_LACK_A_JOB),
            new Exclusion(
                    HouseRule.GATEWAYS_ARE_TOLD_APART, "openclaw-overview", "Firing alerts", ALERTS_HAVE_NO_INSTANCE),
            new Exclusion(LinterRule.TARGET_INSTANCE, "openclaw-overview", "Firing alerts", ALERTS_HAVE_NO_INSTANCE),
            new Exclusion(
                    LinterRule.TARGET_COUNTER_AGG,
                    "openclaw-messages",
                    "Deliveries without an end",
                    "The difference of two counters that begin together is what is under way."));

    static final List<Page> PAGES = Page.all();

    static Stream<Rule> rules() {
        return Stream.concat(Stream.of(LinterRule.values()), Stream.of(HouseRule.values()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleHoldsForEveryPage(Rule rule) {
        assertThat(PAGES)
                .allSatisfy(page -> assertThat(rule.broken(page))
                        .filteredOn(complaint -> EXCLUSIONS.stream().noneMatch(it -> it.covers(page, rule, complaint)))
                        .isEmpty());
    }

    private static Stream<String> complaints(Rule rule, Page page) {
        return rule.broken(page).stream()
                .filter(complaint -> EXCLUSIONS.stream().noneMatch(it -> it.covers(page, rule, complaint)))
                .map(complaint -> page.uid() + ": " + complaint);
    }

    @Test
    void everyExclusionIsNeeded() {
        List<Exclusion> idle = new ArrayList<>(EXCLUSIONS);
        PAGES.forEach(page -> rules().forEach(rule -> rule.broken(page)
                .forEach(complaint -> idle.removeIf(exclusion -> exclusion.covers(page, rule, complaint)))));
        assertThat(idle).isEmpty();
    }
}
