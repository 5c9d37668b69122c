package ai.openclaw.diagnostics.alerts;

import ai.openclaw.diagnostics.alerts.Query.Binary;
import ai.openclaw.diagnostics.alerts.Query.Call;
import ai.openclaw.diagnostics.alerts.Query.Literal;
import ai.openclaw.diagnostics.alerts.Query.Series;
import ai.openclaw.diagnostics.promql.QueryText;
import ai.openclaw.diagnostics.promql.QueryText.LabelMatcher;
import ai.openclaw.diagnostics.promql.QueryText.Selection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What we ask of a rule, after mixtool and pint. Each check throws with the rule's name and what is wrong. */
final class RuleChecks {

    /** Four scrapes at the documented interval of 30 s: one may be missed, and there is still a rate. */
    private static final int SHORTEST_RANGE_SECONDS = 120;

    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600, "d", 86400);
    private static final Pattern DURATION = Pattern.compile("(\\d+)([smhd])(?![a-z])");
    private static final Set<String> DEPEND_ON_THEIR_START = Set.of(
            "avg_over_time",
            "sum_over_time",
            "count_over_time",
            "min_over_time",
            "max_over_time",
            "changes",
            "resets",
            "predict_linear",
            "increase");

    private final LabelSets labels;

    RuleChecks(List<RuleText> rules) {
        this.labels = new LabelSets(rules);
    }

    void nameIsAsRulesAreNamed(RuleText rule) {
        String pattern = rule.isAlert()
                ? "OpenClaw([A-Z][a-z]+)+"
                : "(job|instance)(_[a-z]+)*:openclaw_[a-z_]+:(threshold|sum|max|growth|(ratio_)?(rate|increase)\\d+[mhd])";
        require(rule.name().matches(pattern) && (!rule.isAlert() || rule.name().length() <= 40), rule, "its name");
    }

    void severityIsOneOfThree(RuleText alert) {
        require(
                Set.of("critical", "warning", "info").contains(alert.labels().getOrDefault("severity", "")),
                alert,
                "severity");
    }

    void summaryIsASentenceAndDescriptionATemplate(RuleText alert) {
        String summary = alert.annotations().getOrDefault("summary", "");
        require(summary.matches("[A-Z][^{}.]+\\."), alert, "summary \"" + summary + "\"");
        require(alert.annotations().getOrDefault("description", "").contains("{{ $"), alert, "description");
    }

    void linksLeadToItsRunbookAndADashboard(RuleText alert) {
        String runbook = alert.annotations().getOrDefault("runbook_url", "");
        require(runbook.matches("https://.+/" + alert.name() + "\\.md"), alert, "runbook_url " + runbook);
        String dashboard = alert.annotations().getOrDefault("dashboard_url", "");
        require(
                dashboard.matches("https://.+/d/openclaw-(overview|models|cost|messages|tools|gateway)"),
                alert,
                "dashboard_url " + dashboard);
    }

    /** A value in a label makes a new alert of each value. */
    void noLabelHoldsAValue(RuleText alert) {
        require(
                alert.labels().values().stream().noneMatch(text -> text.contains("value")),
                alert,
                "a value in a label");
    }

    /** The description may speak of no label that the alert does not have. */
    void descriptionNamesOnlyLabelsOfTheResult(RuleText alert) {
        Set<String> has = labels.of(Query.read(alert.expression()));
        Matcher named = Pattern.compile("\\$labels\\.(\\w+)")
                .matcher(alert.annotations().get("description"));
        while (named.find()) {
            require(has.contains(named.group(1)), alert, "label " + named.group(1) + ", having " + has);
        }
    }

    void alertComparesWithSomething(RuleText alert) {
        require(
                Query.read(alert.expression()).nodes().anyMatch(node -> isComparison(node) || isCall(node, "absent")),
                alert,
                "no comparison: it would fire for every series");
    }

    void absenceIsWaitedFor(RuleText alert) {
        boolean absent = Query.read(alert.expression()).nodes().anyMatch(node -> isCall(node, "absent"));
        require(!absent || !alert.lasting().isEmpty(), alert, "absent without for");
    }

    void divisorsAreAboveZero(RuleText rule) {
        Query.read(rule.expression()).nodes().forEach(node -> {
            if (node instanceof Binary division && division.operator().equals("/")) {
                boolean guarded = division.right() instanceof Literal
                        || division.right() instanceof Binary guard
                                && guard.operator().equals(">");
                require(guarded, rule, "a division by what may be zero");
            }
        });
    }

    void rangesHoldFourScrapes(RuleText rule) {
        Query.read(rule.expression()).nodes().forEach(node -> {
            if (node instanceof Series series && !series.range().isEmpty()) {
                require(seconds(series.range()) >= SHORTEST_RANGE_SECONDS, rule, "range [" + series.range() + "]");
            }
        });
    }

    /**
     * Ranges include their start in Prometheus 2 and not in 3. What is not indifferent to one sample more has a range
     * that is a millisecond longer or that is moved by one, or is summed over steps up to a millisecond ago. Counters only grow, so that their
     * greatest and smallest value need neither.
     */
    void rangesAreTheSameInEachVersion(RuleText rule) {
        for (Selection selection : QueryText.read(rule.expression()).selections()) {
            boolean indifferent = selection.range().isEmpty()
                    || !DEPEND_ON_THEIR_START.contains(selection.function())
                    || selection.function().matches("(min|max)_over_time") && isCounterOrUp(selection.name());
            boolean includesItsStart = selection.range().matches("\\w+[smhd]1ms|\\w+:\\w+");
            boolean isMoved = selection.offset().matches("-?1ms");
            require(
                    indifferent || includesItsStart || isMoved,
                    rule,
                    selection.function() + " over [" + selection.range() + "]");
        }
        long steps = Pattern.compile("\\[\\w+:\\w+] offset")
                .matcher(rule.expression())
                .results()
                .count();
        long ended = Pattern.compile("\\[\\w+:\\w+] offset 1(ms|d)\\b")
                .matcher(rule.expression())
                .results()
                .count();
        long moved = Pattern.compile("] offset -1ms\\b")
                .matcher(rule.expression())
                .results()
                .count();
        long sums = Pattern.compile("(sum|count)_over_time\\(")
                .matcher(rule.expression())
                .results()
                .count();
        require(steps == ended && sums <= steps + moved, rule, "steps that end at the time of the query");
    }

    private static boolean isCounterOrUp(String name) {
        return name.endsWith("_total") || name.endsWith("_count") || name.equals("up");
    }

    /** Also that both sides of and, or, unless and of arithmetic have the same labels, or are matched on common ones. */
    void resultKeepsClusterNamespaceAndJob(RuleText rule) {
        Query query = Query.read(rule.expression());
        Set<String> has = labels.of(query);
        require(
                has.containsAll(Set.of("cluster", "namespace", "job")) || isCall(query, "absent"),
                rule,
                "labels " + has);
    }

    void metricsAndLabelsAreKnownAndOfTheJob(RuleText rule) {
        QueryText query = QueryText.read(rule.expression());
        for (Selection selection : query.selections()) {
            Set<String> has = labels.named(selection.name());
            require(has != null, rule, selection.name() + " is neither in the catalog nor recorded");
            for (LabelMatcher matcher : selection.matchers()) {
                require(has.contains(matcher.label()), rule, selection.name() + " has no label " + matcher.label());
            }
            require(
                    selection.matchers().contains(new LabelMatcher("job", "=", "openclaw")),
                    rule,
                    selection.name() + " of any job");
        }
    }

    private static boolean isComparison(Query node) {
        return node instanceof Binary binary && Query.COMPARISONS.contains(binary.operator());
    }

    private static boolean isCall(Query node, String function) {
        return node instanceof Call call && call.function().equals(function);
    }

    private static int seconds(String range) {
        int seconds = 0;
        Matcher parts = DURATION.matcher(range.replaceFirst(":.*", ""));
        while (parts.find()) {
            seconds += Integer.parseInt(parts.group(1)) * SECONDS.get(parts.group(2));
        }
        return seconds;
    }

    private static void require(boolean holds, RuleText rule, String what) {
        if (!holds) {
            throw new AssertionError(rule.name() + ": " + what);
        }
    }
}
