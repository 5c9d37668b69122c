package ai.openclaw.diagnostics.demo.stage;

import ai.openclaw.diagnostics.demo.cast.Dice;
import ai.openclaw.diagnostics.demo.cast.Origin;
import ai.openclaw.diagnostics.demo.fault.Fault;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventBuilder;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.TraceContext;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/**
 * What all actors of the demo share: the timeline they act on, the dice they throw, the health of the providers, the
 * queue lanes, and the channel they report to. Confined to one thread at a time.
 */
public final class Stage {

    private static final int MAIN_SLOTS = 12;
    private static final int SUBAGENT_SLOTS = 8;
    private static final int CRON_SLOTS = 4;
    private static final int SLOTS_LEFT = 1;
    private static final long SPANS_SEED = 0x9e3779b97f4a7c15L;

    private final DiagnosticsChannel channel;
    private final Timeline timeline;
    private final LongUnaryOperator epochMs;
    private final Dice dice;
    private final Spans spans;
    private final Faults faults;
    private final Providers providers = new Providers();
    private final Lane main = new Lane(this, "main", () -> suffers(Fault.LANE_CONGESTED) ? SLOTS_LEFT : MAIN_SLOTS);
    private final Lane subagents = new Lane(this, "subagent", () -> suffers(Fault.LANE_STALLED) ? 0 : SUBAGENT_SLOTS);
    private final Lane cron = new Lane(this, "cron", () -> CRON_SLOTS);

    /**
     * Creates a stage with all its lanes and healthy providers.
     *
     * @param epochMs what a clock shows at a time of the timeline, in milliseconds since 1970
     */
    public Stage(DiagnosticsChannel channel, Timeline timeline, LongUnaryOperator epochMs, long seed, Faults faults) {
        this.channel = channel;
        this.timeline = timeline;
        this.epochMs = epochMs;
        this.dice = new Dice(seed);
        this.spans = new Spans(new Dice(seed ^ SPANS_SEED));
        this.faults = faults;
    }

    /** Returns the time of the story, in milliseconds since its start. */
    public long nowMs() {
        return timeline.nowMs();
    }

    /** Returns the dice of the work. */
    public Dice dice() {
        return dice;
    }

    /** Returns the ids of traces. */
    public Spans spans() {
        return spans;
    }

    /** Returns what is broken on request. */
    public Faults faults() {
        return faults;
    }

    /** Tells whether this is broken now. */
    public boolean suffers(Fault fault) {
        return faults.on(fault, nowMs());
    }

    /** Returns the health of the providers. */
    public Providers providers() {
        return providers;
    }

    /** Returns the lane of subagents. */
    public Lane subagents() {
        return subagents;
    }

    /** Returns the lane in which work from there waits for its turn. */
    public Lane laneFor(Origin origin) {
        return origin.isCron() ? cron : main;
    }

    /** Lets the lanes start what waits, after a fault that held it back. */
    public void resumeLanes() {
        main.resume();
        subagents.resume();
    }

    /** Plans a step. */
    public void in(long delayMs, Runnable step) {
        timeline.in(delayMs, step);
    }

    /** Repeats an act for ever, after a new gap each time. */
    public void every(LongSupplier gapMs, Runnable act) {
        in(gapMs.getAsLong(), () -> {
            act.run();
            every(gapMs, act);
        });
    }

    /** Publishes what the core reports about its own work. */
    public void trusted(DiagnosticEvent event) {
        channel.publish(event, Provenance.TRUSTED);
    }

    /** Publishes what a Gateway marks internal: messages, sessions, queues, memory. */
    public void internal(DiagnosticEvent event) {
        channel.publish(event, Provenance.INTERNAL);
    }

    /** Publishes, as the core's, the end of work that is a span. */
    public <E extends DiagnosticEvent, B extends EventBuilder<E, B>> void trusted(B ended, TraceContext span) {
        trusted(ofSpan(ended, span));
    }

    /** Publishes, marked internal, the end of work that is a span. */
    public <E extends DiagnosticEvent, B extends EventBuilder<E, B>> void internal(B ended, TraceContext span) {
        internal(ofSpan(ended, span));
    }

    private <E extends DiagnosticEvent, B extends EventBuilder<E, B>> E ofSpan(B ended, TraceContext span) {
        return ended.ts(epochMs.applyAsLong(nowMs())).trace(span).build();
    }

    /** Publishes as an untrusted source. */
    public void untrusted(DiagnosticEvent event) {
        channel.publish(event, Provenance.UNTRUSTED);
    }
}
