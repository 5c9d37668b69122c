package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * Builds an event. What is not set stays unknown: null, or {@code NaN} for a number. For one thread.
 *
 * @param <E> the event
 * @param <B> the builder itself
 */
public abstract class EventBuilder<E extends DiagnosticEvent, B extends EventBuilder<E, B>> {

    double ts = Double.NaN;

    @Nullable
    TraceContext trace;

    EventBuilder() {}

    /** When it happened, in milliseconds since 1970. */
    public final B ts(double value) {
        ts = value;
        return self();
    }

    /** The span that it belongs to. */
    public final B trace(@Nullable TraceContext value) {
        trace = value;
        return self();
    }

    /** Returns the event. */
    public abstract E build();

    abstract B self();
}
