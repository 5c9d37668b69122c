package ai.openclaw.diagnostics.demo.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be broken in the demo on request, so that operators can rehearse their alerts. Each looks in the events as the
 * real thing would; {@code docs/faults.md} tells which alert answers to which.
 */
public enum Fault {
    /** Every call to one provider fails; the agents' fallback models take over. */
    PROVIDER_DOWN,
    /** Every call to any provider fails, so messages get no answer. */
    ALL_PROVIDERS_DOWN,
    /** One model takes more than a minute for most of its calls. */
    MODEL_SLOW,
    /** One agent never compacts its context, and each of its calls costs many times as much. */
    RUNAWAY_AGENT,
    /** The usage of one model is reported without its cost. */
    PRICE_MISSING,
    /** Every delivery to one channel fails. */
    DELIVERIES_FAILING,
    /** Deliveries to one channel start and never end. */
    DELIVERIES_HANGING,
    /** Work is added to one queue lane, and none of it is started any more. */
    LANE_STALLED,
    /** One queue lane has lost most of its slots, and work waits long. */
    LANE_CONGESTED,
    /** Sessions get stuck and are recovered every minute or so. */
    SESSIONS_STUCK,
    /** Every use of one tool fails. */
    TOOL_FAILING,
    /** Every run of one harness breaks down at its start. */
    HARNESS_FAILING,
    /** Another exporter of telemetry cannot get rid of what it has. */
    EXPORTER_FAILING,
    /** A tool is named anew with every job, which fills up the store of series. */
    LEAKING_LABEL,
    /** The Gateway reports that its memory is critically short. */
    MEMORY_PRESSURE,
    /** The memory that is reported grows without an end. */
    MEMORY_LEAKING;

    /** Returns its name on the command line, such as {@code provider-down}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the fault of this name, if there is one. */
    public static Optional<Fault> of(String id) {
        return Arrays.stream(values()).filter(fault -> fault.id().equals(id)).findFirst();
    }

    /** Returns the names of all. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Fault::id).toList();
    }
}
