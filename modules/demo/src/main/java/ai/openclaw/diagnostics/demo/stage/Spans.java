package ai.openclaw.diagnostics.demo.stage;

import ai.openclaw.diagnostics.demo.cast.Dice;
import ai.openclaw.diagnostics.events.TraceContext;

/**
 * Draws the identifiers of traces: a message is the root of one, its run, the run's model calls and their tools are below it.
 * The dice are separate from the story's, which is the same with and without them.
 */
public final class Spans {

    private static final byte SAMPLED = 1;

    private final Dice dice;

    Spans(Dice dice) {
        this.dice = dice;
    }

    /** Returns the root of a new trace. */
    public TraceContext root() {
        return new TraceContext(id(), id(), id(), 0, SAMPLED);
    }

    /** Returns a new span below another. */
    public TraceContext childOf(TraceContext parent) {
        return new TraceContext(parent.traceIdHigh(), parent.traceIdLow(), id(), parent.spanId(), SAMPLED);
    }

    private long id() {
        return dice.between(1, Long.MAX_VALUE - 1);
    }
}
