package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.TalkMetrics.*;

import ai.openclaw.diagnostics.events.TalkEvent;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.recording.update.TimedTotal;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records voice sessions. */
public final class TalkRecorder {

    private final SeriesResolver sessions;
    private final TimedTotal timed;
    private final MetricUpdater metrics;

    /** Makes the recorder of this domain. */
    public TalkRecorder(RecordingContext context) {
        this.sessions = context.resolver(TALK);
        this.timed =
                TimedTotal.totalFirst(context, TALK_EVENT_TOTAL, TALK_EVENT_DURATION, TalkEvent.TYPE, "durationMs");
        this.metrics = context.metrics();
    }

    /** Registers what it does with the events of its domain. */
    public void register(EventHandlers handlers) {
        handlers.on(TalkEvent.TYPE, this::record);
    }

    private void record(TalkEvent event) {
        LabeledSeries series = sessions.resolve(
                event.brain(), event.talkEventType(), event.mode(), event.provider(), event.transport());
        timed.record(series, event.durationMs());
        metrics.observe(series, TALK_AUDIO_BYTES, event.byteLength(), event.type(), "byteLength");
    }
}
