package ai.openclaw.diagnostics.dashboards.query;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.*;
import static ai.openclaw.diagnostics.promql.Aggregations.group;
import static ai.openclaw.diagnostics.promql.Aggregations.max;
import static ai.openclaw.diagnostics.promql.Aggregations.quantile;
import static ai.openclaw.diagnostics.promql.Aggregations.sum;
import static ai.openclaw.diagnostics.promql.Aggregations.sumBuckets;
import static ai.openclaw.diagnostics.promql.OverTime.firstSeen;
import static ai.openclaw.diagnostics.promql.OverTime.growth;
import static ai.openclaw.diagnostics.promql.OverTime.increase;
import static ai.openclaw.diagnostics.promql.OverTime.increaseFromZero;
import static ai.openclaw.diagnostics.promql.OverTime.lastOverTime;
import static ai.openclaw.diagnostics.promql.OverTime.lastReset;
import static ai.openclaw.diagnostics.promql.OverTime.rate;
import static ai.openclaw.diagnostics.promql.OverTime.resets;
import static ai.openclaw.diagnostics.promql.Promql.ratio;
import static ai.openclaw.diagnostics.promql.Promql.secondsSince;
import static ai.openclaw.diagnostics.promql.TargetLabels.CLUSTER;
import static ai.openclaw.diagnostics.promql.TargetLabels.INSTANCE;
import static ai.openclaw.diagnostics.promql.TargetLabels.JOB;
import static ai.openclaw.diagnostics.promql.TargetLabels.NAMESPACE;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;

/** The questions that several panels ask. */
public final class Queries {

    /** The range that Grafana takes rates over. */
    public static final String RATE = "$__rate_interval";
    /** The time range of the page. */
    public static final String RANGE = "$__range";

    private static final String STEP = "$__interval";

    /** The family that every exporter has from its start on, OpenClaw's own too: it counts that start. */
    public static final Family EXPORTERS_STARTED = TELEMETRY_EXPORTER_TOTAL;

    /** What tells one gateway from another: two clusters may have an {@code instance} of the same name. */
    @SuppressWarnings("MutablePublicArray") // passed on to methods of variable arity, which copy it
    public static final Label[] GATEWAY = {CLUSTER, NAMESPACE, JOB, INSTANCE};

    private static final Label[] GATEWAY_JOB = {CLUSTER, NAMESPACE, JOB};

    /** The variables of every page. Their "All" matches series that lack the label, too. */
    public static final String CHOSEN =
            "cluster=~\"$cluster\",namespace=~\"$namespace\",job=~\"$job\",instance=~\"$instance\"";

    /** The Gateways that are chosen at the top of the page. */
    public static final Scope ALL = Scope.of(CHOSEN);

    /** Of messages, the part that may fail: the objective of the alert rules. */
    public static final double ERROR_BUDGET = 0.01;

    /** The label of the alert's name. */
    public static final Label ALERT = Label.of("alertname", "The alert's name.");
    /** The label of its severity. */
    public static final Label SEVERITY = Label.of("severity", "How grave an alert is.");

    /** The alerts of this project that fire. Some lack an instance, and an alert about a lost job lacks the job, too. */
    public static final Selector FIRING = Scope.of(
                    "alertname=~\"OpenClaw.+\",alertstate=\"firing\",cluster=~\"$cluster|\",namespace=~\"$namespace|\",job=~\"$job|\"")
            .series("ALERTS", ALERT, SEVERITY);

    private Queries() {}

    // -------------------------------------------------------------- gateways

    /**
     * Returns {@code up} of the targets in jobs that had an exporter within a day: where all jobs are chosen, those of
     * other programs are among them.
     */
    public static Expression targets() {
        Expression exported = group(lastOverTime(ALL.of(EXPORTERS_STARTED), "1d"), GATEWAY_JOB);
        return ALL.series("up").value().andOn(exported, GATEWAY_JOB);
    }

    /**
     * Returns how often each gateway began anew. A gateway samples its memory even when idle, so that counter falls with
     * every restart.
     */
    public static Expression restarts(String range) {
        return max(resets(ALL.count(MEMORY_RSS_BYTES), range), GATEWAY);
    }

    /** Returns for how many seconds each gateway has run, at most a week; to the precision of five minutes. */
    public static Expression uptime() {
        Selector samples = ALL.count(MEMORY_RSS_BYTES);
        Expression restarted = max(lastReset(samples, "7d", "5m"), GATEWAY);
        return secondsSince(restarted.or(max(firstSeen(samples, "7d", "5m"), GATEWAY)));
    }

    // -------------------------------------------------------------- counters

    /** Returns the rate of a counter, by these labels. */
    public static Expression perSecond(Selector counter, Label... by) {
        return sum(rate(counter, RATE), by);
    }

    /** Returns by how much a counter grows a minute, by these labels. */
    public static Expression perMinute(Selector counter, Label... by) {
        return perSecond(counter, by).times(60);
    }

    /** Returns what was counted in the time range, the first event of each kind included. */
    public static Expression inRange(Selector counter, Label... by) {
        return growth(counter, RANGE, STEP, by);
    }

    /** Returns what was counted within the hour before each moment. */
    public static Expression hourly(Selector counter, Label... by) {
        return growth(counter, "1h", "5m", by);
    }

    /** Returns how much was spent or used within hours, days or weeks. */
    public static Expression within(String range, Selector counter, Label... by) {
        return sum(increaseFromZero(counter, range), by);
    }

    /** Returns the part that ended with an error, of what a counter counts. */
    public static Expression errorRatio(Selector counter, Label... by) {
        return ratio(perSecond(counter.is(OUTCOME, "error"), by), perSecond(counter, by));
    }

    /** Returns the part that ended with an error within the time range. */
    public static Expression errorRatioInRange(Selector counter, Label... by) {
        return ratio(inRange(counter.is(OUTCOME, "error"), by), inRange(counter, by));
    }

    /** Keeps the four kinds of tokens that do not overlap: together they are all tokens. */
    public static Selector disjoint(Selector tokens) {
        return tokens.in(TOKEN_TYPE, "input", "output", "cache_read", "cache_write");
    }

    // ------------------------------------------------------------ histograms

    /** Returns the value below which this part of a histogram's values is. */
    public static Expression percentile(double quantile, Selector buckets, Label... by) {
        return quantile(quantile, rate(buckets, RATE), by);
    }

    /** Returns the waits that the objective is about: a session works on one message at a time, so its lane waits. */
    public static Selector waits() {
        return ALL.buckets(QUEUE_LANE_WAIT).isNot(LANE, "session");
    }

    /** Returns how many values fell into each bucket, for a heatmap. */
    public static Expression spread(Selector buckets) {
        return sumBuckets(increase(buckets, RATE));
    }
}
