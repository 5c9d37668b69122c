package ai.openclaw.diagnostics.demo.cast;

/**
 * What a model costs, in US dollars per million tokens.
 *
 * @param input fresh input
 * @param output output
 * @param cacheRead input read from the provider's cache
 * @param cacheWrite input written to it
 */
record Price(double input, double output, double cacheRead, double cacheWrite) {

    /** A local model has no price, which is not the same as a price of zero. */
    static final Price NONE = new Price(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static final double MILLION = 1_000_000;

    /** Returns the cost, {@code NaN} without a price. */
    double of(Tokens tokens) {
        double dollars = tokens.input() * input
                + tokens.output() * output
                + tokens.cacheRead() * cacheRead
                + tokens.cacheWrite() * cacheWrite;
        return dollars / MILLION;
    }
}
