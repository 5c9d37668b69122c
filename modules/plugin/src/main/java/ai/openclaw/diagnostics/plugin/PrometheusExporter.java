package ai.openclaw.diagnostics.plugin;

import ai.openclaw.diagnostics.catalog.Catalog;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticSubscriber;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.http.exposition.Exposition;
import ai.openclaw.diagnostics.http.exposition.StoreExposition;
import ai.openclaw.diagnostics.policy.InvalidRedactPatternException;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.recording.EventRecorder;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.util.List;

/**
 * The exporter without Vert.x: a recorder to subscribe to a channel, and the exposition of what it recorded. The
 * verticle and the replay of recorded events are made of the same.
 *
 * <p>Thread-safe. It keeps everything in memory and nothing else; to start anew, make a new one.
 */
public final class PrometheusExporter {

    /** The exporter's id: that of the plugin, and its own value in the label {@code exporter}. */
    public static final String ID = "diagnostics-prometheus";

    private final Rejections rejections;
    private final DiagnosticSubscriber recorder;
    private final Exposition exposition;

    private PrometheusExporter(Catalog catalog, LabelPolicy policy, Rejections rejections) {
        SeriesStore store = SeriesStore.create(catalog, SeriesStore.DEFAULT_MAX_SERIES);
        this.rejections = rejections;
        this.recorder = EventRecorder.create(store, policy, rejections);
        this.exposition = StoreExposition.of(store);
    }

    /** Returns an exporter that has recorded nothing. */
    public static PrometheusExporter create() {
        return create(ExporterOptions.defaults(), Rejections.create());
    }

    /**
     * Returns an exporter that has recorded nothing.
     *
     * @param rejections counts the numbers that are out of range: those of the channel, as a rule
     * @throws InvalidRedactPatternException if one of the patterns is invalid or could take too long
     */
    public static PrometheusExporter create(ExporterOptions options, Rejections rejections) {
        return new PrometheusExporter(
                OpenClawCatalog.of(options.profile()),
                LabelPolicy.withRedactPatterns(options.redactPatterns()),
                rejections);
    }

    /**
     * Returns an exporter that has recorded nothing.
     *
     * @param redactPatterns what no label may hold, in addition to the built-in patterns: the configuration's
     *     {@code logging.redactPatterns}
     * @param rejections counts the numbers that are out of range: those of the channel, as a rule
     * @throws InvalidRedactPatternException if one of the patterns is invalid or could take too long
     */
    public static PrometheusExporter create(List<String> redactPatterns, Rejections rejections) {
        return create(ExporterOptions.defaults().withRedactPatterns(redactPatterns), rejections);
    }

    /** Returns what records events; subscribe it to a channel. */
    public DiagnosticSubscriber recorder() {
        return recorder;
    }

    /** Returns what was recorded, as scrapers get to see it. */
    public Exposition exposition() {
        return exposition;
    }

    /** Returns the counts of what could not be recorded. */
    public Rejections rejections() {
        return rejections;
    }
}
