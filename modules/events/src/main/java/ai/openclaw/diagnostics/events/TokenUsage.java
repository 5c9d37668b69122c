package ai.openclaw.diagnostics.events;

/**
 * The tokens of a model usage report. The figures overlap: the prompt holds input and cache reads, the total holds all.
 *
 * @param input input tokens, {@code NaN} if unknown, like all that follow
 * @param output output tokens
 * @param cacheRead tokens read from the provider's prompt cache
 * @param cacheWrite tokens written to it
 * @param promptTokens tokens of the whole prompt
 * @param total tokens of prompt and answer
 */
public record TokenUsage(
        double input, double output, double cacheRead, double cacheWrite, double promptTokens, double total) {}
