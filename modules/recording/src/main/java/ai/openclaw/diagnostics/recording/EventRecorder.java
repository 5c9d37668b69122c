package ai.openclaw.diagnostics.recording;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticSubscriber;
import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.recording.domain.GatewayRecorder;
import ai.openclaw.diagnostics.recording.domain.LivenessRecorder;
import ai.openclaw.diagnostics.recording.domain.MemoryRecorder;
import ai.openclaw.diagnostics.recording.domain.MessageRecorder;
import ai.openclaw.diagnostics.recording.domain.ModelRecorder;
import ai.openclaw.diagnostics.recording.domain.ProcessRecorder;
import ai.openclaw.diagnostics.recording.domain.QueueRecorder;
import ai.openclaw.diagnostics.recording.domain.RpcRecorder;
import ai.openclaw.diagnostics.recording.domain.RunRecorder;
import ai.openclaw.diagnostics.recording.domain.SessionRecorder;
import ai.openclaw.diagnostics.recording.domain.TalkRecorder;
import ai.openclaw.diagnostics.recording.domain.ToolRecorder;
import ai.openclaw.diagnostics.recording.domain.WebhookRecorder;
import ai.openclaw.diagnostics.recording.update.EventCounts;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.RefusalCounts;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Records trusted events; ignores all others and every type that no recorder handles.
 *
 * <p>Runs on the publisher's thread, any thread: no lock but for a series that is new, no allocation but for that and
 * for values that had to be trimmed, and nothing is thrown for any event. The order of updates within an event is the
 * order of admission at the cap.
 */
public final class EventRecorder implements DiagnosticSubscriber {

    private final EventHandlers handlers;
    private final EventCounts events;
    private final RefusalCounts refusals = new RefusalCounts();

    private EventRecorder(SeriesStore store, LabelPolicy policy, Rejections rejections) {
        events = new EventCounts(store);
        handlers = new EventHandlers(store.catalog(), events);
        RecordingContext context = new RecordingContext(store, policy, new MetricUpdater(rejections), refusals, events);
        new ModelRecorder(context).register(handlers);
        new RunRecorder(context).register(handlers);
        new ToolRecorder(context).register(handlers);
        new MessageRecorder(context).register(handlers);
        new TalkRecorder(context).register(handlers);
        new SessionRecorder(context).register(handlers);
        new QueueRecorder(context).register(handlers);
        new RpcRecorder(context).register(handlers);
        new WebhookRecorder(context).register(handlers);
        new LivenessRecorder(context).register(handlers);
        new ProcessRecorder(context).register(handlers);
        new MemoryRecorder(context).register(handlers);
        new GatewayRecorder(context).register(handlers);
    }

    /**
     * Returns a recorder.
     *
     * @param store where it counts; its catalog is that of OpenClaw
     * @param policy which label values it lets through
     * @param rejections counts the numbers that are out of range
     */
    public static EventRecorder create(SeriesStore store, LabelPolicy policy, Rejections rejections) {
        return new EventRecorder(store, policy, rejections);
    }

    @Override
    public void onEvent(DiagnosticEvent event, Provenance provenance) {
        EventType<?> type = event.type();
        if (provenance.isTrusted()) {
            handlers.handle(type, event);
        } else {
            events.countUntrusted(type);
        }
    }

    /** Returns what became of the events so far, by type; types that never came are left out. */
    public List<EventCount> events() {
        return EventType.all().stream()
                .map(this::count)
                .filter(count -> count.seen() > 0)
                .toList();
    }

    private EventCount count(EventType<?> type) {
        return EventCount.of(type.name(), events.trusted(type), handlers.has(type), events.untrusted(type));
    }

    /** Returns how often label values were refused so far, by label and rule. */
    public List<RefusedValues> refusedValues() {
        List<RefusedValues> counts = new ArrayList<>();
        refusals.forEach((label, rule, count) -> counts.add(new RefusedValues(label, rule, count)));
        return counts;
    }
}
