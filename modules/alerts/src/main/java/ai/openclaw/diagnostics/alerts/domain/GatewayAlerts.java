package ai.openclaw.diagnostics.alerts.domain;

import static ai.openclaw.diagnostics.alerts.rule.Alert.WHERE;
import static ai.openclaw.diagnostics.alerts.rule.Severity.*;
import static ai.openclaw.diagnostics.alerts.rule.Target.byInstance;
import static ai.openclaw.diagnostics.alerts.rule.Target.byJob;
import static ai.openclaw.diagnostics.alerts.rule.Target.up;
import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.SessionMetrics.*;
import static ai.openclaw.diagnostics.promql.Aggregations.*;
import static ai.openclaw.diagnostics.promql.OverTime.*;
import static ai.openclaw.diagnostics.promql.Promql.*;
import static ai.openclaw.diagnostics.promql.TargetLabels.JOB;

import ai.openclaw.diagnostics.alerts.recorded.Recordings;
import ai.openclaw.diagnostics.alerts.recorded.Thresholds;
import ai.openclaw.diagnostics.alerts.rule.Alert;
import ai.openclaw.diagnostics.alerts.rule.RuleGroup;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/** Is there a Gateway, does it stay, does it tell what it should, and has it the memory it needs? */
final class GatewayAlerts {

    private static final int DAY_SECONDS = 24 * 3600;

    /** How the names of counters and gauges end, and of counts: the buckets of histograms are nine tenths of all series. */
    private static final String NOT_BUCKETS = "total|count|bytes|info|size|depth";

    private final Scope scope;
    private final Selector up;
    private final Expression sleeping;

    GatewayAlerts(Scope scope, Recordings recorded) {
        this.scope = scope;
        this.up = up(scope);
        this.sleeping = recorded.machineSleeps.in(scope).value().above(0);
    }

    RuleGroup availability() {
        return RuleGroup.of(
                "openclaw-availability", List.of(down(), away(), flapping(), missing(), partMissing(), restartLoop()));
    }

    RuleGroup exporter() {
        return RuleGroup.of(
                "openclaw-exporter", List.of(silent(), seriesDropped(), scrapeSlow(), telemetryExporterFailing()));
    }

    RuleGroup memory() {
        return RuleGroup.of("openclaw-memory", List.of(memoryPressure(), memoryGrowing()));
    }

    private Alert down() {
        return Alert.when(
                        "OpenClawGatewayDown",
                        CRITICAL,
                        "overview",
                        up.value().equalTo(0).unlessOn(sleeping, byJob()))
                .lasts("5m")
                .says(
                        "An OpenClaw gateway cannot be scraped.",
                        "Every scrape of {{ $labels.instance }} (" + WHERE + ") has failed for five minutes.");
    }

    private Alert away() {
        return Alert.when(
                        "OpenClawGatewayAway",
                        WARNING,
                        "overview",
                        up.value().equalTo(0).andOn(sleeping, byJob()))
                .lasts("3d")
                .says(
                        "An OpenClaw gateway on a machine that sleeps has been away for days.",
                        "Every scrape of {{ $labels.instance }} (" + WHERE + ") has failed for three days.");
    }

    private Alert flapping() {
        Expression lossy = avgOverTime(up, closed("30m")).below(1 - Thresholds.SCRAPES_LOST);
        Expression comesAndGoes = changes(up, closed("30m")).atLeast(4);
        return Alert.when(
                        "OpenClawGatewayFlapping",
                        WARNING,
                        "overview",
                        lossy.and(comesAndGoes).unlessOn(sleeping, byJob()))
                .lasts("10m")
                .says(
                        "An OpenClaw gateway comes and goes.",
                        "Only {{ $value | humanizePercentage }} of the scrapes of {{ $labels.instance }} (" + WHERE
                                + ") succeeded in the last 30 minutes, with more than one gap.");
    }

    private Alert missing() {
        return Alert.when("OpenClawTargetMissing", CRITICAL, "overview", absent(up))
                .lasts("15m")
                .says(
                        "Prometheus knows of no OpenClaw gateway.",
                        "No target of job {{ $labels.job }} has been discovered for 15 minutes.");
    }

    private Alert partMissing() {
        Expression known = max(maxOverTime(up, closed("6h")), byJob());
        Expression now = max(up.value(), byJob());
        Expression others = max(up.value(), JOB);
        return Alert.when(
                        "OpenClawFleetPartMissing",
                        WARNING,
                        "overview",
                        known.equalTo(1).unless(now).andOn(others, JOB))
                .lasts("15m")
                .says(
                        "A part of the OpenClaw fleet has no gateway any more.",
                        "All targets of " + WHERE
                                + " have vanished from discovery, while others of the job are there.");
    }

    private Alert restartLoop() {
        Expression memory = resets(scope.count(MEMORY_RSS_BYTES), closed("1h")); // grows without any traffic
        Expression sessions = resets(scope.of(SESSION_STATE_TOTAL), closed("1h"));
        return Alert.when(
                        "OpenClawGatewayRestartLoop",
                        WARNING,
                        "gateway",
                        max(memory.together(sessions), byInstance()).atLeast(Thresholds.RESTARTS_PER_HOUR))
                .says(
                        "An OpenClaw gateway restarts again and again.",
                        "{{ $labels.instance }} (" + WHERE
                                + ") began its counters anew {{ $value }} times within an hour.");
    }

    private Alert silent() {
        Selector anything = Scope.of(scope.matchers() + ",__name__=~\"openclaw_.+_(" + NOT_BUCKETS + ")\"")
                .series("");
        return Alert.when(
                        "OpenClawExporterSilent",
                        WARNING,
                        "overview",
                        up.value().equalTo(1).unlessOn(anything.exists(), byInstance()))
                .lasts("10m")
                .says(
                        "An OpenClaw gateway answers scrapes but exports no diagnostics.",
                        "{{ $labels.instance }} (" + WHERE
                                + ") is up, but exports no series of OpenClaw; are diagnostics enabled?");
    }

    private Alert seriesDropped() {
        return Alert.when(
                        "OpenClawSeriesDropped",
                        WARNING,
                        "gateway",
                        growth(scope.of(SERIES_DROPPED), "15m").above(0))
                .keepsFiring("30m")
                .says(
                        "The OpenClaw exporter dropped updates at its series cap.",
                        "{{ $labels.instance }} (" + WHERE
                                + ") dropped {{ $value | printf \"%.0f\" }} updates in 15 minutes; new label values"
                                + " are not counted any more.");
    }

    private Alert scrapeSlow() {
        Expression slow = avgOverTime(scope.series("scrape_duration_seconds"), closed("10m"))
                .above(Thresholds.SCRAPE_SECONDS);
        Expression answered = minOverTime(up, closed("10m")).equalTo(1);
        return Alert.when("OpenClawScrapeSlow", WARNING, "gateway", slow.and(answered))
                .lasts("10m")
                .says(
                        "Scraping an OpenClaw gateway is slow.",
                        "Scrapes of {{ $labels.instance }} (" + WHERE
                                + ") take {{ $value | humanizeDuration }} on average; at the timeout they will fail.");
    }

    private Alert telemetryExporterFailing() {
        Selector failures = scope.of(TELEMETRY_EXPORTER_TOTAL).in(EXPORTER_STATUS, "failure", "dropped");
        return Alert.when(
                        "OpenClawTelemetryExporterFailing",
                        WARNING,
                        "gateway",
                        sum(growth(failures, "15m"), byInstance(EXPORTER, SIGNAL))
                                .atLeast(Thresholds.EXPORTER_FAILURES))
                .says(
                        "A telemetry exporter of an OpenClaw gateway fails or drops data.",
                        "{{ $labels.exporter }} ({{ $labels.signal }}) on {{ $labels.instance }} (" + WHERE
                                + ") failed or dropped {{ $value | printf \"%.0f\" }} times in 15 minutes.");
    }

    private Alert memoryPressure() {
        Selector critical = scope.of(MEMORY_PRESSURE_TOTAL).is(LEVEL, "critical");
        return Alert.when(
                        "OpenClawMemoryPressureCritical",
                        CRITICAL,
                        "gateway",
                        sum(growth(critical, "10m"), byInstance(PRESSURE_REASON))
                                .above(0))
                .keepsFiring("15m")
                .says(
                        "An OpenClaw gateway is critically short of memory.",
                        "{{ $labels.instance }} (" + WHERE
                                + ") reported critical memory pressure: {{ $labels.reason }}.");
    }

    private Alert memoryGrowing() {
        Selector resident = scope.of(MEMORY_BYTES).is(KIND, "rss");
        Expression now = max(avgOverTime(resident, closed("30m")), byInstance());
        Expression tomorrow = max(predictLinear(resident, closed("6h"), DAY_SECONDS), byInstance());
        Expression before = max(avgOverTime(resident.before("5h30m"), closed("30m")), byInstance());
        Expression restarts = max(resets(scope.count(MEMORY_RSS_BYTES), closed("6h")), byInstance());
        return Alert.when(
                        "OpenClawMemoryGrowing",
                        INFO,
                        "gateway",
                        tomorrow.above(now.times(Thresholds.MEMORY_GROWTH_FACTOR))
                                .and(now.above(Thresholds.MEMORY_FLOOR_BYTES))
                                .and(before)
                                .unless(restarts.above(0)))
                .lasts("1h")
                .says(
                        "The memory of an OpenClaw gateway grows steadily.",
                        "{{ $labels.instance }} (" + WHERE
                                + ") will hold {{ $value | humanize1024 }}B tomorrow, twice what it holds now, if it"
                                + " goes on as in the last six hours.");
    }
}
