package ai.openclaw.diagnostics.catalog;

/**
 * In what a family counts, how finely its sums are kept, and which values make sense.
 *
 * <p>A sum is kept as an integer number of 10<sup>-{@link #fractionDigits()}</sup> of the unit in 128 bits, so that it
 * neither loses digits nor drifts. {@link #maximum()} is chosen with it: more than 2<sup>27</sup> values of the greatest
 * admitted size fit, whatever the unit.
 */
public enum Unit {
    /** Seconds, to the femtosecond; at most 2<sup>62</sup> ns, some 146 years. */
    SECONDS("seconds", 15, 0x1p62 / 1e9),
    /** Bytes, to the millionth. */
    BYTES("bytes", 6, 0x1p62),
    /** Model tokens, to the millionth. */
    TOKENS("tokens", 6, 0x1p62),
    /** US dollars, to 10<sup>-18</sup>; at most a million millions for one call. */
    USD("USD", 18, 1e12),
    /** Shares and ratios, to the 10<sup>-15</sup>; at most a thousand millions. */
    RATIO("ratio", 15, 1e9),
    /** Without a dimension, counted one by one: runs, calls, messages, waiting entries. */
    NONE("items", 0, 0x1p62);

    private final String text;
    private final int fractionDigits;
    private final double maximum;

    Unit(String text, int fractionDigits, double maximum) {
        this.text = text;
        this.fractionDigits = fractionDigits;
        this.maximum = maximum;
    }

    /** Returns the unit's name in the metric reference. */
    public String text() {
        return text;
    }

    /** Returns how many decimal digits after the point a sum of this unit keeps, 0 to 18. */
    public int fractionDigits() {
        return fractionDigits;
    }

    /** Returns the greatest value that may be added to a counter or histogram; a greater one is a mistake. */
    public double maximum() {
        return maximum;
    }

    /** Tells whether a value may be added to a sum: not NaN, not negative, not beyond {@link #maximum()}. */
    public boolean admits(double value) {
        return value >= 0 && value <= maximum;
    }
}
