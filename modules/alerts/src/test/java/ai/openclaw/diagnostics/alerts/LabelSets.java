package ai.openclaw.diagnostics.alerts;

import ai.openclaw.diagnostics.alerts.Query.Binary;
import ai.openclaw.diagnostics.alerts.Query.Call;
import ai.openclaw.diagnostics.alerts.Query.Literal;
import ai.openclaw.diagnostics.alerts.Query.Series;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which labels the result of a query has, and whether the two sides of its operators fit together. */
final class LabelSets {

    private static final Set<String> JOB = Set.of("cluster", "namespace", "job");
    private static final Set<String> TARGET = Set.of("cluster", "namespace", "job", "instance");

    private final Map<String, Set<String>> known = new HashMap<>();

    /** Knows the catalog, Prometheus's own series, the operator's, and what these rules record. */
    LabelSets(List<RuleText> rules) {
        for (Family family : OpenClawCatalog.CATALOG.families()) {
            Set<String> labels = new TreeSet<>(TARGET);
            family.labels().stream().map(Label::name).forEach(labels::add);
            for (String name : family.exposedNames()) {
                known.put(name, name.endsWith("_bucket") ? with(labels, "le") : labels);
            }
        }
        known.put("up", TARGET);
        known.put("scrape_duration_seconds", TARGET);
        known.put("scrape_samples_scraped", TARGET);
        known.put("", with(TARGET, "__name__")); // braces without a name
        for (RuleText rule : rules) {
            if (!rule.isAlert()) {
                known.put(rule.name().replaceFirst(":threshold$", ":override"), JOB);
                known.put(rule.name(), of(Query.read(rule.expression())));
            }
        }
    }

    /** Returns the labels of series with this name, or null if nothing of this name is known. */
    @org.jspecify.annotations.Nullable
    Set<String> named(String name) {
        return known.get(name);
    }

    /** Returns the labels that the result has. */
    Set<String> of(Query query) {
        if (query instanceof Series series) {
            Set<String> labels = known.get(series.name());
            if (labels == null) {
                throw new IllegalArgumentException(series.name() + " is not known");
            }
            return labels;
        }
        if (query instanceof Call call) {
            return ofCall(call);
        }
        return query instanceof Binary binary ? ofBinary(binary) : Set.of();
    }

    private Set<String> ofCall(Call call) {
        Query inner = call.arguments()
                .get(call.arguments().size() == 2 && call.arguments().get(0) instanceof Literal ? 1 : 0);
        if (!call.by().isEmpty()) {
            Set<String> inside = inner instanceof Binary or && or.operator().equals("or")
                    ? common(of(or.left()), of(or.right()))
                    : of(inner);
            require(inside.containsAll(call.by()), call.function() + " by " + call.by() + " of " + inside);
            return call.by();
        }
        Set<String> labels = new TreeSet<>(of(inner));
        if (call.function().equals("histogram_quantile")) {
            require(labels.remove("le"), "histogram_quantile of " + labels);
        }
        return call.function().equals("absent") ? Set.of("job") : labels;
    }

    private Set<String> ofBinary(Binary binary) {
        if (binary.left() instanceof Literal) {
            return of(binary.right());
        }
        Set<String> left = of(binary.left());
        if (binary.right() instanceof Literal) {
            return left;
        }
        Set<String> right = of(binary.right());
        String what = binary.operator() + " between " + left + " and " + right;
        if (binary.on().isEmpty()) {
            require(left.equals(right), what);
            return left;
        }
        require(left.containsAll(binary.on()) && right.containsAll(binary.on()), what + " on " + binary.on());
        Set<String> target = common(common(left, right), TARGET);
        require(binary.on().containsAll(target), what + " on only " + binary.on());
        boolean setOperator = Set.of("and", "unless").contains(binary.operator());
        return setOperator || binary.manyToOne() ? left : binary.on();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("labels do not fit: " + what);
        }
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static Set<String> with(Set<String> labels, String label) {
        Set<String> more = new TreeSet<>(labels);
        more.add(label);
        return more;
    }
}
