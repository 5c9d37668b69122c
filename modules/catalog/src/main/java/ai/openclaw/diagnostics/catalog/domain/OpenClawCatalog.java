package ai.openclaw.diagnostics.catalog.domain;

import ai.openclaw.diagnostics.catalog.Catalog;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.Profile;
import java.util.List;
import java.util.stream.Stream;

/**
 * All families of the exporter, by profile. Each domain has a class with its groups and families as constants: a renamed
 * metric does not compile where it is used.
 *
 * <p>The names are those that OpenClaw documents for its {@code diagnostics-prometheus} plugin, and
 * {@code openclaw_model_usage_duration_seconds}, which its gateways expose too. Labels are in alphabetical order, as they are
 * exposed.
 */
public final class OpenClawCatalog {

    private static final List<Family> FAMILIES = Stream.of(
                    ModelMetrics.FAMILIES,
                    RunMetrics.FAMILIES,
                    ToolMetrics.FAMILIES,
                    MessageMetrics.FAMILIES,
                    TalkMetrics.FAMILIES,
                    SessionMetrics.FAMILIES,
                    QueueMetrics.FAMILIES,
                    RpcMetrics.FAMILIES,
                    WebhookMetrics.FAMILIES,
                    ProcessMetrics.FAMILIES,
                    LivenessMetrics.FAMILIES,
                    GatewayMetrics.FAMILIES)
            .flatMap(List::stream)
            .toList();

    /** The catalog of the default profile. */
    public static final Catalog CATALOG = of(Profile.V2026_5);

    private OpenClawCatalog() {}

    /** Returns the catalog of a profile. */
    public static Catalog of(Profile profile) {
        return Catalog.of(profile, FAMILIES, GatewayMetrics.SERIES_DROPPED);
    }
}
