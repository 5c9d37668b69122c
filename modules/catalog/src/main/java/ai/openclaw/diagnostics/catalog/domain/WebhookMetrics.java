package ai.openclaw.diagnostics.catalog.domain;

import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.CHANNEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.WEBHOOK;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Profile;
import java.util.List;

/** Updates that channels send to the Gateway. */
public final class WebhookMetrics {

    /** Webhook updates. */
    public static final FamilyGroup WEBHOOK_UPDATE = FamilyGroup.of(CHANNEL, WEBHOOK);
    /** Updates received. */
    public static final CounterFamily WEBHOOK_RECEIVED = CounterFamily.of(
                    WEBHOOK_UPDATE, 0, "openclaw_webhook_received_total", NONE, "Webhook updates that were received.")
            .since(Profile.V2026_9);
    /** Time to process an update. */
    public static final HistogramFamily WEBHOOK_DURATION = HistogramFamily.of(
                    WEBHOOK_UPDATE,
                    1,
                    "openclaw_webhook_duration_seconds",
                    SECONDS,
                    Buckets.SECONDS,
                    "Time to process a webhook update.")
            .since(Profile.V2026_9);
    /** Updates that failed. */
    public static final CounterFamily WEBHOOK_ERROR = CounterFamily.of(
                    WEBHOOK_UPDATE,
                    2,
                    "openclaw_webhook_error_total",
                    NONE,
                    "Webhook updates that could not be processed.")
            .since(Profile.V2026_9);

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES = List.of(WEBHOOK_RECEIVED, WEBHOOK_DURATION, WEBHOOK_ERROR);

    private WebhookMetrics() {}
}
