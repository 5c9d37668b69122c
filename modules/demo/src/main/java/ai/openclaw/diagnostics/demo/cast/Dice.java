package ai.openclaw.diagnostics.demo.cast;

import java.util.List;
import java.util.SplittableRandom;

/** The chance in the demo: the same seed throws the same numbers. Confined to one thread at a time. */
public final class Dice {

    private final SplittableRandom random;

    /** Creates dice that throw the numbers of a seed. */
    public Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Tells whether something of this probability happens. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Returns a number from 0 to a bound, which is excluded. */
    public double upTo(double bound) {
        return random.nextDouble() * bound;
    }

    /** Returns a whole number from low to high, both included. */
    public long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    /** Returns the time to the next of events that come independently of each other. */
    public long gap(double meanMs) {
        return Math.round(-Math.log1p(-random.nextDouble()) * meanMs);
    }

    /** Returns a value of the usual shape of latencies and sizes: many small, few very large. */
    public double logNormal(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    /** Returns one of these values, each as likely as another. */
    public <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
