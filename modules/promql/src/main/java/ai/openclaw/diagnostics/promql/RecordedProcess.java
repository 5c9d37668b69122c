package ai.openclaw.diagnostics.promql;

/**
 * What a rule group records of each Gateway's process before it adds up its counters: it tells a new counter from a Gateway
 * that was away, and a restart from a counter that has not changed.
 *
 * @param scraped whether it could be scraped, recorded as 1 or 0
 * @param memorySamples how many samples of its memory it had counted, as recorded so far
 * @param memorySamplesNow the same now
 */
public record RecordedProcess(Selector scraped, Selector memorySamples, Expression memorySamplesNow) {}
