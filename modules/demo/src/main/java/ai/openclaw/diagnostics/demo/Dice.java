package ai.openclaw.diagnostics.demo;

import java.util.List;
import java.util.SplittableRandom;

/** The chance in the demo: the same seed throws the same numbers. Confined to one thread at a time. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double upTo(double bound) {
        return random.nextDouble() * bound;
    }

    /** Returns a whole number from low to high, both included. */
    long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    /** Returns the time to the next of events that come independently of each other. */
    long gap(double meanMs) {
        return Math.round(-Math.log1p(-random.nextDouble()) * meanMs);
    }

    /** Returns a value of the usual shape of latencies and sizes: many small, few very large. */
    double logNormal(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
