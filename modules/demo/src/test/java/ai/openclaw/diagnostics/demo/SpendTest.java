package ai.openclaw.diagnostics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.demo.fault.Fault;
import ai.openclaw.diagnostics.demo.fault.PlannedFault;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.ModelUsage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's spend against the daily budget that dashboards and alert rules begin with. */
class SpendTest {

    private static final double DAILY_BUDGET_USD = 50;
    /** What {@code OpenClawBudgetBurnFast} takes for too fast. */
    private static final double HOURLY_LIMIT_USD = DAILY_BUDGET_USD / 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 7})
    void aDayWithoutFaultsUsesMostOfTheBudget(long seed) {
        assertThat(spend(seed, Duration.ofDays(1))).isBetween(0.6 * DAILY_BUDGET_USD, 0.95 * DAILY_BUDGET_USD);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7})
    void aRunawayAgentExceedsTheHourlyLimit(long seed) {
        double spent = spend(seed, Duration.ofHours(1), PlannedFault.always(Fault.RUNAWAY_AGENT));

        assertThat(spent).isGreaterThan(1.2 * HOURLY_LIMIT_USD);
    }

    private static double spend(long seed, Duration length, PlannedFault... faults) {
        double[] usd = {0};
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        channel.subscribe((event, provenance) -> {
            if (event instanceof ModelUsage usage && usage.costUsd() > 0) {
                usd[0] += usage.costUsd();
            }
        });
        VirtualDemo.of(channel, new DemoPlan(seed, false, 1, false, List.of(faults)))
                .advanceTo(length);
        return usd[0];
    }
}
