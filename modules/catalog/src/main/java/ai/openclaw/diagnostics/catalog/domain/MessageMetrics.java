package ai.openclaw.diagnostics.catalog.domain;

import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.CHANNEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.DELIVERY_KIND;
import static ai.openclaw.diagnostics.catalog.domain.Labels.ERROR_CATEGORY;
import static ai.openclaw.diagnostics.catalog.domain.Labels.MESSAGE_OUTCOME;
import static ai.openclaw.diagnostics.catalog.domain.Labels.OUTCOME;
import static ai.openclaw.diagnostics.catalog.domain.Labels.REASON;
import static ai.openclaw.diagnostics.catalog.domain.Labels.SOURCE;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Profile;
import java.util.List;

/** Messages: received, dispatched, processed and delivered. */
public final class MessageMetrics {

    /** Processed messages. */
    public static final FamilyGroup MESSAGE_PROCESSED = FamilyGroup.of(CHANNEL, MESSAGE_OUTCOME, REASON);
    /** Processed messages. */
    public static final CounterFamily MESSAGE_PROCESSED_TOTAL = CounterFamily.of(
            MESSAGE_PROCESSED, 0, "openclaw_message_processed_total", NONE, "Inbound messages processed, by outcome.");
    /** Time to process a message. */
    public static final HistogramFamily MESSAGE_PROCESSED_DURATION = HistogramFamily.of(
            MESSAGE_PROCESSED,
            1,
            "openclaw_message_processed_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Time from receipt of an inbound message to its outcome.");

    /** Deliveries begun. */
    public static final FamilyGroup MESSAGE_DELIVERY_START = FamilyGroup.of(CHANNEL, DELIVERY_KIND);
    /** Deliveries begun. */
    public static final CounterFamily MESSAGE_DELIVERY_STARTED = CounterFamily.of(
            MESSAGE_DELIVERY_START,
            0,
            "openclaw_message_delivery_started_total",
            NONE,
            "Outbound deliveries that were begun.");

    /** Deliveries ended. */
    public static final FamilyGroup MESSAGE_DELIVERY = FamilyGroup.of(CHANNEL, DELIVERY_KIND, ERROR_CATEGORY, OUTCOME);
    /** Deliveries. */
    public static final CounterFamily MESSAGE_DELIVERY_TOTAL = CounterFamily.of(
            MESSAGE_DELIVERY,
            0,
            "openclaw_message_delivery_total",
            NONE,
            "Outbound deliveries that arrived or failed.");
    /** Duration of deliveries. */
    public static final HistogramFamily MESSAGE_DELIVERY_DURATION = HistogramFamily.of(
            MESSAGE_DELIVERY,
            1,
            "openclaw_message_delivery_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of outbound deliveries.");

    /** Messages received. */
    public static final FamilyGroup MESSAGE_RECEIPT = FamilyGroup.of(CHANNEL, SOURCE);
    /** Messages received. */
    public static final CounterFamily MESSAGE_RECEIVED = CounterFamily.of(
                    MESSAGE_RECEIPT, 0, "openclaw_message_received_total", NONE, "Inbound messages that were received.")
            .since(Profile.V2026_9);

    /** Dispatches begun. */
    public static final FamilyGroup MESSAGE_DISPATCH_START = FamilyGroup.of(CHANNEL, SOURCE);
    /** Dispatches begun. */
    public static final CounterFamily MESSAGE_DISPATCH_STARTED = CounterFamily.of(
                    MESSAGE_DISPATCH_START,
                    0,
                    "openclaw_message_dispatch_started_total",
                    NONE,
                    "Dispatches of inbound messages to an agent that were begun.")
            .since(Profile.V2026_9);

    /** Dispatches ended. */
    public static final FamilyGroup MESSAGE_DISPATCH = FamilyGroup.of(CHANNEL, MESSAGE_OUTCOME, REASON, SOURCE);
    /** Dispatches. */
    public static final CounterFamily MESSAGE_DISPATCH_COMPLETED = CounterFamily.of(
                    MESSAGE_DISPATCH,
                    0,
                    "openclaw_message_dispatch_completed_total",
                    NONE,
                    "Dispatches of inbound messages to an agent that came to an end.")
            .since(Profile.V2026_9);
    /** Duration of dispatches. */
    public static final HistogramFamily MESSAGE_DISPATCH_DURATION = HistogramFamily.of(
                    MESSAGE_DISPATCH,
                    1,
                    "openclaw_message_dispatch_duration_seconds",
                    SECONDS,
                    Buckets.SECONDS,
                    "Duration of dispatches of inbound messages to an agent.")
            .since(Profile.V2026_9);

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES = List.of(
            MESSAGE_PROCESSED_TOTAL,
            MESSAGE_PROCESSED_DURATION,
            MESSAGE_DELIVERY_STARTED,
            MESSAGE_DELIVERY_TOTAL,
            MESSAGE_DELIVERY_DURATION,
            MESSAGE_RECEIVED,
            MESSAGE_DISPATCH_STARTED,
            MESSAGE_DISPATCH_COMPLETED,
            MESSAGE_DISPATCH_DURATION);

    private MessageMetrics() {}
}
