package ai.openclaw.diagnostics.demo.stage;

import ai.openclaw.diagnostics.demo.cast.Dice;
import ai.openclaw.diagnostics.demo.cast.Failure;
import ai.openclaw.diagnostics.demo.cast.Mix;
import ai.openclaw.diagnostics.demo.cast.Provider;
import ai.openclaw.diagnostics.demo.cast.Task;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the providers fare: a call fails now and then on a good day, and mostly during an outage.
 *
 * <p>Random outages and planned faults alike are set here.
 */
public final class Providers {

    private static final double ERROR_RATE = 0.006;
    private static final Mix<Failure> EVERYDAY = Mix.of(Failure.RATE_LIMIT, 4)
            .and(Failure.CONNECTION_RESET, 3)
            .and(Failure.TIMEOUT, 2)
            .and(Failure.CONTEXT_OVERFLOW, 1);

    private final Map<Provider, Outage> outages = new EnumMap<>(Provider.class);

    /** Lets a provider suffer an outage from now on, in place of any that it suffers already. */
    public void suffer(Provider provider, Outage outage) {
        outages.put(provider, outage);
    }

    /** Tells whether a provider suffers an outage now. */
    public boolean suffers(Provider provider, long nowMs) {
        Outage outage = outages.get(provider);
        return outage != null && !outage.isOver(nowMs);
    }

    /** Returns how a call made now for a task fails, or null if it does not. */
    @Nullable
    public Failure failure(Provider provider, long nowMs, Task task, Dice dice) {
        Outage outage = outages.get(provider);
        if (outage != null && !outage.isOver(nowMs)) {
            return dice.chance(outage.severity()) ? outage.symptoms().pick(dice) : null;
        }
        return task.mishap(ERROR_RATE, dice) ? EVERYDAY.pick(dice) : null;
    }
}
