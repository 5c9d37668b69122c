package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.ToolMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Promql.bottomk;
import static ai.openclaw.diagnostics.promql.Promql.count;
import static ai.openclaw.diagnostics.promql.Promql.countByName;
import static ai.openclaw.diagnostics.promql.Promql.group;
import static ai.openclaw.diagnostics.promql.Promql.labels;
import static ai.openclaw.diagnostics.promql.Promql.lastOverTime;
import static ai.openclaw.diagnostics.promql.Promql.max;
import static ai.openclaw.diagnostics.promql.Promql.ratio;
import static ai.openclaw.diagnostics.promql.Promql.sortDesc;
import static ai.openclaw.diagnostics.promql.Promql.topk;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.dashboards.grafana.Colours;
import ai.openclaw.diagnostics.dashboards.grafana.Dashboard;
import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.dashboards.grafana.Table;
import ai.openclaw.diagnostics.dashboards.grafana.Table.Column;
import ai.openclaw.diagnostics.dashboards.query.Queries;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/** Is the process well, and can the numbers on the other pages be trusted. */
public final class GatewayPage {

    private static final int SERIES_CAP = 2048;
    /** How many lines or bars a person can tell apart; a fleet has more gateways. */
    private static final int TOP = 20;

    private static final Selector DROPPED = ALL.of(SERIES_DROPPED);
    private static final Selector MEMORY_SIZE = ALL.of(MEMORY_BYTES);
    private static final Selector EXPORTERS = ALL.of(TELEMETRY_EXPORTER_TOTAL);
    private static final Selector EVERY_SERIES =
            Scope.of("__name__=~\"openclaw_.+\"," + CHOSEN).series("");

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
                .row("Exporter", drops(), lifecycle(), replaced())
                .closedRow("Series", series(), seriesByInstance());
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
                .query(inRange(DROPPED).orZero())
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
                .query(max(seriesKept()).dividedBy(SERIES_CAP))
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

    // -------------------------------------------------------------- exporter

    private static Panel drops() {
        return lines(
                        "Updates dropped",
                        "cpm",
                        "Updates dropped at the series cap, a minute. The table of series says which "
                                + "metric has the most; its label with the most values leaks.")
                .query(topk(TOP, perMinute(DROPPED, GATEWAY)))
                .orElse("No drops");
    }

    private static Panel lifecycle() {
        return stack(
                        "Telemetry exporters, failures",
                        "short",
                        "Failures and drops that exporters of telemetry reported, "
                                + "within the hour before. Empty where all is well.")
                .query(
                        "{{status}} {{reason}} {{signal}} {{exporter}}",
                        hourly(
                                EXPORTERS.in(EXPORTER_STATUS, "failure", "dropped"),
                                EXPORTER,
                                SIGNAL,
                                REASON,
                                EXPORTER_STATUS))
                .decimals(0)
                .orElse("No failures");
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

    private static Panel series() {
        return Table.of(
                        "Series by metric",
                        "The metrics with the most samples in Prometheus, each bucket of a histogram being one.",
                        List.of(),
                        Column.of("Samples", "none", topk(15, countByName(EVERY_SERIES)))
                                .decimals(0))
                .size(12, 9);
    }

    /** The label policy puts the fallback in the place of a value that it does not admit. */
    private static Panel replaced() {
        return bars(
                        "Replaced label values",
                        "percentunit",
                        "The part of what was counted in the time range whose label has its fallback, such as unknown:"
                                + " the label policy did not admit the value, or the event had none. A model of 100 % has"
                                + " ids with a slash.")
                .query("model", replaced(ALL.of(MODEL_CALL_TOTAL), MODEL))
                .query("provider", replaced(ALL.of(MODEL_CALL_TOTAL), PROVIDER))
                .query("agent", replaced(ALL.count(MODEL_USAGE_DURATION), AGENT))
                .query("channel", replaced(ALL.of(RUN_COMPLETED), CHANNEL))
                .query("trigger", replaced(ALL.of(RUN_COMPLETED), TRIGGER))
                .query("tool", replaced(ALL.of(TOOL_EXECUTION_TOTAL), TOOL))
                .query("lane", replaced(ALL.count(QUEUE_LANE_WAIT), LANE))
                .upTo(1)
                .decimals(1);
    }

    private static Expression replaced(Selector counter, Label label) {
        return ratio(within(RANGE, counter.is(label, label.fallback())), within(RANGE, counter));
    }

    private static Panel seriesByInstance() {
        return bars(
                        "Series kept",
                        "none",
                        "Series of each exporter now, a histogram being one, of the 20 fullest. Beyond the cap, 2048,"
                                + " new series are dropped and counted.")
                .query(sortDesc(topk(TOP, seriesKept())))
                .risky(1843, SERIES_CAP)
                .coloured("thresholds")
                .decimals(0)
                .size(12, 9);
    }

    /** A histogram counts through its {@code _count} alone; the counter of drops is outside the cap. */
    private static Expression seriesKept() {
        Selector kept = Scope.of("__name__=~\"openclaw_.+\",__name__!~\".+_(bucket|sum)|" + SERIES_DROPPED.name()
                        + "\"," + CHOSEN)
                .series("");
        return count(kept.value(), GATEWAY);
    }
}
