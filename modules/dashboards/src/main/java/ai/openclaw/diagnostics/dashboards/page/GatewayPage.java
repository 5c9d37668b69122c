package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.bottomk;
import static ai.openclaw.diagnostics.promql.Aggregations.count;
import static ai.openclaw.diagnostics.promql.Aggregations.group;
import static ai.openclaw.diagnostics.promql.Aggregations.labels;
import static ai.openclaw.diagnostics.promql.Aggregations.max;
import static ai.openclaw.diagnostics.promql.Aggregations.topk;
import static ai.openclaw.diagnostics.promql.OverTime.lastOverTime;

import ai.openclaw.diagnostics.dashboards.grafana.Colours;
import ai.openclaw.diagnostics.dashboards.grafana.Dashboard;
import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.dashboards.query.Queries;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Selector;

/** Is the process well, and can the numbers on the other pages be trusted. */
public final class GatewayPage {

    /** How many lines or bars a person can tell apart; a fleet has more gateways. */
    private static final int TOP = 20;

    private static final Selector MEMORY_SIZE = ALL.of(MEMORY_BYTES);

    private GatewayPage() {}

    /** Returns the page. */
    public static Dashboard page() {
        return new Dashboard(
                        "gateway",
                        "Gateway and exporter",
                        "Is the process well, and can the numbers on the other pages be trusted?")
                .row("Now", down(), silent(), unclassic(), dropped(), seriesUsed(), scrapeTime(), pressureNow())
                .row("Targets", up(), scrapes(), samples(), restarts(), uptime())
                .row("Memory", memory(), residentMean(), pressure())
                .row("Exporter", ExporterPanels.all())
                .closedRow("Series", SeriesPanels.all());
    }

    // ------------------------------------------------------------------- now

    private static Panel down() {
        return stat(
                        "Gateways down",
                        "none",
                        "Targets that Prometheus could not scrape at its last try: the process is gone, "
                                + "or the token is wrong (401, 403).")
                .query(count(targets().equalTo(0)).orZero())
                .never(1)
                .size(4, 4);
    }

    private static Panel silent() {
        return stat(
                        "Up but silent",
                        "none",
                        "Targets that answer scrapes and have exported nothing for ten minutes: "
                                + "diagnostics are disabled, or the plugin is not on. An idle gateway is not silent.")
                .query(count(targets().equalTo(1).unlessOn(exporting(), GATEWAY))
                        .orZero())
                .never(1)
                .size(4, 4);
    }

    private static Expression exporting() {
        return group(lastOverTime(ALL.of(EXPORTERS_STARTED), "10m"), GATEWAY);
    }

    /** Every gateway that samples its memory has this counter and this histogram from the same event. */
    private static Panel unclassic() {
        Expression sampled = group(MEMORY_SIZE.value(), GATEWAY);
        Expression classic = group(ALL.count(MEMORY_RSS_BYTES).exists(), GATEWAY);
        return stat(
                        "Without classic histograms",
                        "none",
                        "Targets whose histograms Prometheus stores as native ones alone: panels of durations are"
                                + " empty. Set always_scrape_classic_histograms in the scrape configuration.")
                .query(count(sampled.unless(classic)).orZero())
                .never(1)
                .size(4, 4);
    }

    private static Panel dropped() {
        return total(
                        "Updates dropped in range",
                        "none",
                        "Updates that were dropped since a new series would have exceeded "
                                + "the cap. Anything above 0 means that counts are incomplete: a label leaks.")
                .query(inRange(ALL.of(SERIES_DROPPED)).orZero())
                .rare()
                .never(1)
                .decimals(0)
                .size(3, 4);
    }

    private static Panel seriesUsed() {
        return gauge(
                        "Series cap used",
                        "percentunit",
                        "Series of the fullest exporter, a histogram being one, out of the "
                                + "2048 that are kept. Red from 90 %.")
                .query(SeriesPanels.capUsed())
                .risky(0.7, 0.9)
                .from(0)
                .upTo(1)
                .decimals(0)
                .size(3, 4);
    }

    private static Panel scrapeTime() {
        return stat("Slowest scrape", "s", "How long the slowest scrape of the selected targets took.")
                .query(max(ALL.series("scrape_duration_seconds").value()))
                .risky(1, 5)
                .size(3, 4);
    }

    private static Panel pressureNow() {
        return total("Memory pressure in range", "none", "Times that a gateway found itself short of memory.")
                .query(inRange(ALL.of(MEMORY_PRESSURE_TOTAL)).orZero())
                .rare()
                .risky(1, 10)
                .decimals(0)
                .size(3, 4);
    }

    // --------------------------------------------------------------- targets

    private static Panel up() {
        return states("Reachable", "none", "Whether Prometheus could scrape each target.")
                .query(max(targets(), GATEWAY))
                .wanted(0.5, 1)
                .names(object(
                        "0", object("color", Colours.RED, "index", 1, "text", "down"),
                        "1", object("color", Colours.GREEN, "index", 2, "text", "up")))
                .size(8, 8);
    }

    private static Panel scrapes() {
        return lines(
                        "Scrape duration",
                        "s",
                        "How long each scrape took, of the 20 slowest. Prometheus gives up at its timeout, 10 s by"
                                + " default.")
                .query(topk(TOP, max(ALL.series("scrape_duration_seconds").value(), GATEWAY)));
    }

    private static Panel samples() {
        return lines(
                        "Samples per scrape",
                        "none",
                        "Samples that each scrape brought, of the 20 largest. It grows with the variety of labels, "
                                + "not with traffic, and begins anew after a restart.")
                .query(topk(TOP, max(ALL.series("scrape_samples_scraped").value(), GATEWAY)))
                .decimals(0);
    }

    private static Panel restarts() {
        return lines(
                        "Restarts",
                        "none",
                        "How often each gateway began anew within the hour before, idle ones included: its counter of"
                                + " memory samples fell. Two restarts between two scrapes count once.")
                .query(topk(TOP, Queries.restarts("1h")))
                .decimals(0)
                .size(12, 8);
    }

    private static Panel uptime() {
        return bars(
                        "Uptime",
                        "s",
                        "How long each gateway has run, the 20 youngest: since its last restart, or since Prometheus"
                                + " first saw it. It looks back a week, so seven days mean a week or more, to the"
                                + " precision of five minutes.")
                .query(bottomk(TOP, Queries.uptime()))
                .size(12, 8);
    }

    // ---------------------------------------------------------------- memory

    private static Panel memory() {
        return lines(
                        "Memory",
                        "bytes",
                        "Memory of the process at its last sample: resident, heap reserved, heap used. Heap "
                                + "used that falls back less and less after each collection is a leak.")
                .query(topk(3 * TOP, max(MEMORY_SIZE.value(), labels(GATEWAY, KIND))));
    }

    private static Panel residentMean() {
        Expression samples = perSecond(ALL.count(MEMORY_RSS_BYTES), GATEWAY);
        return lines(
                        "Resident memory, mean",
                        "bytes",
                        "Mean of the samples of resident memory, which smooths their peaks.")
                .query(topk(TOP, perSecond(ALL.sum(MEMORY_RSS_BYTES), GATEWAY).per(samples)));
    }

    private static Panel pressure() {
        return stack(
                        "Memory pressure",
                        "short",
                        "Times within the hour before that a gateway found itself short of memory, "
                                + "and what was exceeded. Empty where it never was.")
                .query("{{level}} {{reason}}", hourly(ALL.of(MEMORY_PRESSURE_TOTAL), LEVEL, PRESSURE_REASON))
                .decimals(0)
                .orElse("No pressure");
    }
}
