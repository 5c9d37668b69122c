package ai.openclaw.diagnostics.catalog.domain;

import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.ACTION;
import static ai.openclaw.diagnostics.catalog.domain.Labels.ACTIVE_WORK_KIND;
import static ai.openclaw.diagnostics.catalog.domain.Labels.AGENT;
import static ai.openclaw.diagnostics.catalog.domain.Labels.CHANNEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.REASON;
import static ai.openclaw.diagnostics.catalog.domain.Labels.RECOVERY_STATUS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.STATE;
import static ai.openclaw.diagnostics.catalog.domain.Labels.TURN_TRIGGER;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Profile;
import java.util.List;

/** Sessions: their turns, states, queues and recoveries. */
public final class SessionMetrics {

    /** Session recoveries. */
    public static final FamilyGroup SESSION_RECOVERY = FamilyGroup.of(ACTION, ACTIVE_WORK_KIND, STATE, RECOVERY_STATUS);
    /** Session recoveries. */
    public static final CounterFamily SESSION_RECOVERY_TOTAL = CounterFamily.of(
            SESSION_RECOVERY,
            0,
            "openclaw_session_recovery_total",
            NONE,
            "Recoveries of stuck sessions: one for the request, one for its result; filter status before summing.");
    /** Age of recovered work. */
    public static final HistogramFamily SESSION_RECOVERY_AGE = HistogramFamily.of(
            SESSION_RECOVERY,
            1,
            "openclaw_session_recovery_age_seconds",
            SECONDS,
            Buckets.SECONDS,
            "How long the work had been stuck when its session was recovered.");

    /** Session transitions. */
    public static final FamilyGroup SESSION_TRANSITION = FamilyGroup.of(REASON, STATE);
    /** Session transitions. */
    public static final CounterFamily SESSION_STATE_TOTAL = CounterFamily.of(
            SESSION_TRANSITION, 0, "openclaw_session_state_total", NONE, "Sessions that entered a state.");

    /** Sessions by state. */
    public static final FamilyGroup SESSION_QUEUE = FamilyGroup.of(STATE);
    /** Depth of session queues. */
    public static final GaugeFamily SESSION_QUEUE_DEPTH = GaugeFamily.of(
            SESSION_QUEUE,
            0,
            "openclaw_session_queue_depth",
            NONE,
            "Messages queued for a session when one last entered the state.");

    /** Stuck sessions. */
    public static final FamilyGroup SESSION_STANDSTILL = FamilyGroup.of(REASON, STATE);
    /** Sessions found stuck. */
    public static final CounterFamily SESSION_STUCK = CounterFamily.of(
                    SESSION_STANDSTILL,
                    0,
                    "openclaw_session_stuck_total",
                    NONE,
                    "Times that a session was found stuck.")
            .since(Profile.V2026_9);
    /** How long they were stuck. */
    public static final HistogramFamily SESSION_STUCK_AGE = HistogramFamily.of(
                    SESSION_STANDSTILL,
                    1,
                    "openclaw_session_stuck_age_seconds",
                    SECONDS,
                    Buckets.SECONDS,
                    "How long the session had been in its state when it was found stuck.")
            .since(Profile.V2026_9);

    /** Turns of sessions. */
    public static final FamilyGroup SESSION_TURN = FamilyGroup.of(AGENT, CHANNEL, TURN_TRIGGER);
    /** Turns created. */
    public static final CounterFamily SESSION_TURN_CREATED = CounterFamily.of(
                    SESSION_TURN,
                    0,
                    "openclaw_session_turn_created_total",
                    NONE,
                    "Turns that were created in sessions.")
            .since(Profile.V2026_9);

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES = List.of(
            SESSION_RECOVERY_TOTAL,
            SESSION_RECOVERY_AGE,
            SESSION_STATE_TOTAL,
            SESSION_QUEUE_DEPTH,
            SESSION_STUCK,
            SESSION_STUCK_AGE,
            SESSION_TURN_CREATED);

    private SessionMetrics() {}
}
