package ai.openclaw.diagnostics.gateway;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the providers fare: a call fails now and then on a good day, and mostly during an outage.
 *
 * <p>Whatever wants a provider to be down, by chance or on request, says so here.
 */
final class DemoProviders {

    private static final double ERROR_RATE = 0.006;
    private static final DemoMix<DemoFailure> EVERYDAY = DemoMix.of(DemoFailure.RATE_LIMIT, 4)
            .and(DemoFailure.CONNECTION_RESET, 3)
            .and(DemoFailure.TIMEOUT, 2)
            .and(DemoFailure.CONTEXT_OVERFLOW, 1);

    private final Map<DemoProvider, DemoOutage> outages = new EnumMap<>(DemoProvider.class);

    /** Lets a provider suffer an outage from now on, in place of any that it suffers already. */
    void suffer(DemoProvider provider, DemoOutage outage) {
        outages.put(provider, outage);
    }

    /** Returns how a call made now fails, or null if it does not. */
    @Nullable
    DemoFailure failure(DemoProvider provider, long nowMs, DemoDice dice) {
        DemoOutage outage = outages.get(provider);
        if (outage != null && !outage.isOver(nowMs)) {
            return dice.chance(outage.severity()) ? outage.symptoms().pick(dice) : null;
        }
        return dice.chance(ERROR_RATE) ? EVERYDAY.pick(dice) : null;
    }
}
