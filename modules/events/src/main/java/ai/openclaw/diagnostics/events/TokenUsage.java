package ai.openclaw.diagnostics.events;

/**
 * The tokens of a model usage report. The figures overlap: the prompt includes input and cache tokens, the total all.
 *
 * @param input input tokens, {@code NaN} if unknown, like all that follow
 * @param output output tokens
 * @param cacheRead tokens read from the provider's prompt cache
 * @param cacheWrite tokens written to it
 * @param promptTokens tokens of the whole prompt
 * @param total tokens of prompt and answer
 */
public record TokenUsage(
        double input, double output, double cacheRead, double cacheWrite, double promptTokens, double total) {

    TokenUsage(FieldReader fields) {
        this(
                fields.number("input"),
                fields.number("output"),
                fields.number("cacheRead"),
                fields.number("cacheWrite"),
                fields.number("promptTokens"),
                fields.number("total"));
    }

    /** Returns a builder of figures of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds the figures: what is not set stays unknown. For one thread. */
    public static final class Builder {
        private double input = Double.NaN;
        private double output = Double.NaN;
        private double cacheRead = Double.NaN;
        private double cacheWrite = Double.NaN;
        private double promptTokens = Double.NaN;
        private double total = Double.NaN;

        private Builder() {}

        /** Input tokens. */
        public Builder input(double value) {
            input = value;
            return this;
        }

        /** Output tokens. */
        public Builder output(double value) {
            output = value;
            return this;
        }

        /** Tokens read from the provider's prompt cache. */
        public Builder cacheRead(double value) {
            cacheRead = value;
            return this;
        }

        /** Tokens written to it. */
        public Builder cacheWrite(double value) {
            cacheWrite = value;
            return this;
        }

        /** Tokens of the whole prompt. */
        public Builder promptTokens(double value) {
            promptTokens = value;
            return this;
        }

        /** Tokens of prompt and answer. */
        public Builder total(double value) {
            total = value;
            return this;
        }

        /** Returns the figures. */
        public TokenUsage build() {
            return new TokenUsage(input, output, cacheRead, cacheWrite, promptTokens, total);
        }
    }
}
