/**
 * A believable agent workload.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.demo.DemoWorkload} plays a
 * {@link ai.openclaw.diagnostics.demo.DemoPlan} into a channel. Behind it, {@code Story} plans a timeline of events:
 * {@code demo.work} is what agents do, {@code demo.background} what happens beside it, both on the {@code demo.stage}; who
 * and what there is is in {@code demo.cast}. {@code Opening} makes every type of event happen within a
 * minute. {@link ai.openclaw.diagnostics.demo.fault.Fault} lists what can be broken. No package depends on this one.
 *
 * <p><b>Threads:</b> one daemon thread plays; the story itself is single-threaded and knows virtual time only, so that
 * tests play an hour of it in a moment.
 *
 * <p><b>Faults:</b> a {@code Fault} breaks something on request and for a time. {@code FaultInjector} adds the random outages; a delivery, a tool, a lane or a run asks the {@code Stage} whether it befalls it.
 *
 * <p><b>Traces:</b> what ends has the ids of a trace, whose root is a message, and the time at which it ended; {@code Spans} draws
 * the ids.
 *
 * <p><b>Chance:</b> all of it comes from one seed: the same seed tells the same story, but for the memory figures, which
 * are those of the running JVM.
 *
 * <p><b>Not here:</b> metrics. Some events are untrusted, as a third-party plugin's are, and must not be counted.
 */
package ai.openclaw.diagnostics.demo;
