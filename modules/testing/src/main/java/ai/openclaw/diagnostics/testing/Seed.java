package ai.openclaw.diagnostics.testing;

/**
 * Where tests of random input begin: always at the same place, so that the same commit has the same outcome. To try other
 * input, {@code mvn test -Dtest.seed=N}.
 */
public final class Seed {

    private static final long USUAL = 20_261_128;

    private Seed() {}

    /** Returns the seed, which a failure should name. */
    public static long get() {
        return Long.getLong("test.seed", USUAL);
    }
}
