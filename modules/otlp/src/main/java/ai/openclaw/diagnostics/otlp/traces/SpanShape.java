package ai.openclaw.diagnostics.otlp.traces;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/**
 * The span of one type of event.
 *
 * @param name the name of the span
 * @param durationMs how long the work took, {@code NaN} if that is unknown
 * @param attributes writes the attributes and the status
 */
record SpanShape<E extends DiagnosticEvent>(
        String name, ToDoubleFunction<E> durationMs, BiConsumer<E, SpanWriter> attributes) {}
