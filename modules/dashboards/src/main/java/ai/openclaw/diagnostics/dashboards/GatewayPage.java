package ai.openclaw.diagnostics.dashboards;

import static ai.openclaw.diagnostics.catalog.OpenClawCatalog.*;
import static ai.openclaw.diagnostics.dashboards.Json.object;
import static ai.openclaw.diagnostics.dashboards.Panel.*;
import static ai.openclaw.diagnostics.dashboards.Queries.*;
import static ai.openclaw.diagnostics.promql.Promql.count;
import static ai.openclaw.diagnostics.promql.Promql.countByName;
import static ai.openclaw.diagnostics.promql.Promql.increase;
import static ai.openclaw.diagnostics.promql.Promql.max;
import static ai.openclaw.diagnostics.promql.Promql.resets;
import static ai.openclaw.diagnostics.promql.Promql.sum;
import static ai.openclaw.diagnostics.promql.Promql.topk;
import static ai.openclaw.diagnostics.promql.TargetLabels.INSTANCE;
import static ai.openclaw.diagnostics.promql.TargetLabels.JOB;

import ai.openclaw.diagnostics.dashboards.Table.Column;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/** Is the process well, and can the numbers on the other pages be trusted. */
final class GatewayPage {

    private static final int SERIES_CAP = 2048;

    private static final Selector DROPPED = ALL.of(SERIES_DROPPED);
    private static final Selector MEMORY_SIZE = ALL.of(MEMORY_BYTES);
    private static final Selector EXPORTERS = ALL.of(TELEMETRY_EXPORTER_TOTAL);
    private static final Selector EVERY_SERIES = Scope.of(
                    "__name__=~\"openclaw_.+\",job=~\"$job\",instance=~\"$instance\"")
            .series("");

    private GatewayPage() {}

    static Dashboard page() {
        return new Dashboard(
                        "gateway",
                        "Gateway and exporter",
                        "Is the process well, and can the numbers on the other pages be trusted?")
                .row("Now", down(), silent(), dropped(), seriesUsed(), scrapeTime(), pressureNow())
                .row("Targets", up(), scrapes(), samples())
                .row("Memory", memory(), residentMean(), pressure())
                .row("Exporter", drops(), lifecycle(), restarts(), series(), seriesByInstance());
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
                .query(count(targets().equalTo(1).unlessOn(exporting(), JOB, INSTANCE))
                        .orZero())
                .never(1)
                .size(4, 4);
    }

    private static Expression exporting() {
        return sum(increase(DROPPED, "10m"), JOB, INSTANCE);
    }

    private static Panel dropped() {
        return total(
                        "Updates dropped in range",
                        "none",
                        "Updates that were dropped since a new series would have exceeded "
                                + "the cap. Anything above 0 means that counts are incomplete: a label leaks.")
                .query(sum(increase(DROPPED, RANGE)).orZero())
                .never(1)
                .decimals(0)
                .size(4, 4);
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
                .size(4, 4);
    }

    private static Panel scrapeTime() {
        return stat("Slowest scrape", "s", "How long the slowest scrape of the selected targets took.")
                .query(max(ALL.series("scrape_duration_seconds").value()))
                .risky(1, 5)
                .size(4, 4);
    }

    private static Panel pressureNow() {
        return total("Memory pressure in range", "none", "Times that a gateway found itself short of memory.")
                .query(sum(increase(ALL.of(MEMORY_PRESSURE_TOTAL), RANGE)).orZero())
                .risky(1, 10)
                .decimals(0)
                .size(4, 4);
    }

    // --------------------------------------------------------------- targets

    private static Panel up() {
        return states("Reachable", "none", "Whether Prometheus could scrape each target.")
                .query("{{instance}}", max(targets(), INSTANCE))
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
                        "How long each scrape took. Prometheus gives up at its timeout, 10 s by default.")
                .query("{{instance}}", max(ALL.series("scrape_duration_seconds").value(), INSTANCE));
    }

    private static Panel samples() {
        return lines(
                        "Samples per scrape",
                        "none",
                        "Samples that each scrape brought. It grows with the variety of labels, "
                                + "not with traffic, and begins anew after a restart.")
                .query("{{instance}}", max(ALL.series("scrape_samples_scraped").value(), INSTANCE))
                .decimals(0);
    }

    // ---------------------------------------------------------------- memory

    private static Panel memory() {
        return lines(
                        "Memory",
                        "bytes",
                        "Memory of the process at its last sample: resident, heap reserved, heap used. Heap "
                                + "used that falls back less and less after each collection is a leak.")
                .query(max(MEMORY_SIZE.value(), INSTANCE, KIND));
    }

    private static Panel residentMean() {
        Expression samples = perSecond(ALL.count(MEMORY_RSS_BYTES), INSTANCE);
        return lines(
                        "Resident memory, mean",
                        "bytes",
                        "Mean of the samples of resident memory, which smooths their peaks.")
                .query(
                        "{{instance}}",
                        perSecond(ALL.sum(MEMORY_RSS_BYTES), INSTANCE).per(samples));
    }

    private static Panel pressure() {
        return stack(
                        "Memory pressure",
                        "short",
                        "Times within the hour before that a gateway found itself short of memory, "
                                + "and what was exceeded. Empty where it never was.")
                .query(
                        "{{reason}} {{level}}",
                        sum(increase(ALL.of(MEMORY_PRESSURE_TOTAL), "1h"), LEVEL, PRESSURE_REASON))
                .decimals(1)
                .orElse("No pressure");
    }

    // -------------------------------------------------------------- exporter

    private static Panel drops() {
        return lines(
                        "Updates dropped",
                        "cpm",
                        "Updates dropped at the series cap, a minute. The table of series says which "
                                + "metric has the most; its label with the most values leaks.")
                .query("{{instance}}", perMinute(DROPPED, INSTANCE));
    }

    private static Panel lifecycle() {
        return stack(
                        "Telemetry exporters, failures",
                        "short",
                        "Failures and drops that exporters of telemetry reported, "
                                + "within the hour before. Empty where all is well.")
                .query(
                        "{{exporter}} {{signal}} {{reason}} {{status}}",
                        sum(
                                increase(EXPORTERS.in(STATUS, "failure", "dropped"), "1h"),
                                EXPORTER,
                                SIGNAL,
                                REASON,
                                STATUS))
                .decimals(1)
                .orElse("No failures");
    }

    private static Panel restarts() {
        return lines(
                        "Counter resets",
                        "short",
                        "How often counters began anew within the hour before: restarts of the "
                                + "gateway or its exporter while it had traffic.")
                .query("{{instance}}", max(resets(ALL.of(SESSION_STATE_TOTAL), "1h"), INSTANCE))
                .decimals(0);
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

    private static Panel seriesByInstance() {
        return lines(
                        "Series kept",
                        "none",
                        "Series of each exporter, a histogram being one. The line is the cap, 2048: "
                                + "beyond it, new series are dropped and counted.")
                .query("{{instance}}", seriesKept())
                .risky(1843, SERIES_CAP)
                .withThresholdLines()
                .showing(SERIES_CAP)
                .decimals(0)
                .size(12, 9);
    }

    /** A histogram counts through its {@code _count} alone, and the counter of drops stands outside the cap. */
    private static Expression seriesKept() {
        Selector kept = Scope.of("__name__=~\"openclaw_.+\",__name__!~\".+_(bucket|sum)|" + SERIES_DROPPED.name()
                        + "\",job=~\"$job\",instance=~\"$instance\"")
                .series("");
        return count(kept.value(), INSTANCE);
    }
}
