package ai.openclaw.diagnostics.catalog.domain;

import static ai.openclaw.diagnostics.catalog.Unit.BYTES;
import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.BRAIN;
import static ai.openclaw.diagnostics.catalog.domain.Labels.EVENT_TYPE;
import static ai.openclaw.diagnostics.catalog.domain.Labels.MODE;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PROVIDER;
import static ai.openclaw.diagnostics.catalog.domain.Labels.TRANSPORT;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import java.util.List;

/** Voice sessions. */
public final class TalkMetrics {

    /** Talk sessions. */
    public static final FamilyGroup TALK = FamilyGroup.of(BRAIN, EVENT_TYPE, MODE, PROVIDER, TRANSPORT);
    /** Talk events. */
    public static final CounterFamily TALK_EVENT_TOTAL =
            CounterFamily.of(TALK, 0, "openclaw_talk_event_total", NONE, "Events of voice sessions.");
    /** Duration of talk events. */
    public static final HistogramFamily TALK_EVENT_DURATION = HistogramFamily.of(
            TALK,
            1,
            "openclaw_talk_event_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration that events of voice sessions report.");
    /** Audio volume. */
    public static final HistogramFamily TALK_AUDIO_BYTES = HistogramFamily.of(
            TALK,
            2,
            "openclaw_talk_audio_bytes",
            BYTES,
            Buckets.BYTES,
            "Audio bytes that events of voice sessions report.");

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES = List.of(TALK_EVENT_TOTAL, TALK_EVENT_DURATION, TALK_AUDIO_BYTES);

    private TalkMetrics() {}
}
