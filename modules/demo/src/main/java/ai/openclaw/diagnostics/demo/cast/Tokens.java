package ai.openclaw.diagnostics.demo.cast;

import ai.openclaw.diagnostics.events.TokenUsage;

/**
 * Tokens of one model call, or of a run's calls together.
 *
 * @param input input that no cache helped with
 * @param output output
 * @param cacheRead input read from the provider's cache
 * @param cacheWrite input written to it
 */
public record Tokens(long input, long output, long cacheRead, long cacheWrite) {

    /** No tokens. */
    public static final Tokens NONE = new Tokens(0, 0, 0, 0);

    private static final double CACHE_HIT_RATE = 0.8;
    private static final double CACHE_WRITE_RATE = 0.2;
    private static final long CONTEXT_WINDOW = 200_000;

    /** Returns the tokens of a call: a conversation's context, mostly cached where that is done, and an answer. */
    public static Tokens ofCall(boolean caching, Dice dice) {
        long context = draw(1_900, 0.7, dice);
        long fresh = draw(120, 1, dice);
        long output = draw(75, 0.9, dice);
        if (!caching || !dice.chance(CACHE_HIT_RATE)) {
            return new Tokens(context + fresh, output, 0, 0);
        }
        long written = dice.chance(CACHE_WRITE_RATE) ? draw(400, 0.8, dice) : 0;
        return new Tokens(fresh, output, context, written);
    }

    private static long draw(double median, double sigma, Dice dice) {
        return Math.max(1, Math.min(CONTEXT_WINDOW, Math.round(dice.logNormal(median, sigma))));
    }

    /** Returns the sum of both. */
    public Tokens plus(Tokens other) {
        return new Tokens(
                input + other.input, output + other.output, cacheRead + other.cacheRead, cacheWrite + other.cacheWrite);
    }

    /** Returns a multiple. */
    public Tokens times(long factor) {
        return new Tokens(input * factor, output * factor, cacheRead * factor, cacheWrite * factor);
    }

    /** Returns what a usage event reports. */
    public TokenUsage toUsage() {
        long prompt = input + cacheRead + cacheWrite;
        return TokenUsage.builder()
                .input(input)
                .output(output)
                .cacheRead(cacheRead)
                .cacheWrite(cacheWrite)
                .promptTokens(prompt)
                .total(prompt + output)
                .build();
    }
}
