package ai.openclaw.diagnostics.operator;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.store.Series;
import ai.openclaw.diagnostics.store.SeriesStore;
import io.vertx.core.json.JsonArray;
import java.lang.ref.WeakReference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many series each family of a store has and which values each label, at one time. It stays true until a series is admitted,
 * since none is ever evicted. Immutable: what it returns must not be changed.
 */
final class SeriesCensus {

    private static final int MAX_SUSPECTS = 3;

    private final WeakReference<SeriesStore> store; // which ends with its recording
    private final int size;
    private final Map<Family, Integer> families = new LinkedHashMap<>();
    private final int series;
    private final JsonArray labels;
    private final JsonArray suspects;

    private SeriesCensus(SeriesStore store) {
        this.store = new WeakReference<>(store);
        this.size = store.size(); // before the walk: a series that is admitted meanwhile makes the next census differ
        Map<String, LabelUse> uses = new TreeMap<>();
        for (Family family : store.catalog().families()) {
            if (family != store.catalog().dropCounter()) {
                families.put(family, count(store.series(family), uses));
            }
        }
        this.series = families.values().stream().mapToInt(Integer::intValue).sum();
        List<LabelUse> byValues = uses.values().stream()
                .sorted(Comparator.comparingInt(LabelUse::values).reversed())
                .toList();
        this.labels = byValues.stream().map(LabelUse::json).collect(JvmSection.toArray());
        this.suspects = byValues.stream()
                .filter(label -> label.isSuspect(series))
                .limit(MAX_SUSPECTS)
                .map(label -> label.suspectJson(series))
                .collect(JvmSection.toArray());
    }

    /** Walks all series of a store. */
    static SeriesCensus take(SeriesStore store) {
        return new SeriesCensus(store);
    }

    private static int count(List<Series> ofFamily, Map<String, LabelUse> uses) {
        for (Series one : ofFamily) {
            for (int i = 0; i < one.labels().size(); i++) {
                uses.computeIfAbsent(one.labels().get(i).name(), LabelUse::new)
                        .add(one.labelValues().get(i));
            }
        }
        uses.values().forEach(LabelUse::endFamily);
        return ofFamily.size();
    }

    /** Returns whether it is true of this store now. */
    boolean isOf(SeriesStore other) {
        return store.refersTo(other) && size == other.size();
    }

    /** Returns the families, the drop counter not among them, in the order of the catalog. */
    Set<Family> families() {
        return families.keySet();
    }

    /** Returns how many series a family has. */
    int series(Family family) {
        return families.getOrDefault(family, 0);
    }

    /** Returns how many series there are in all families together. */
    int series() {
        return series;
    }

    /** Returns the labels with their values, the one with most values first. */
    JsonArray labels() {
        return labels;
    }

    /** Returns the labels that are likely to leak, the one with most values first. */
    JsonArray suspects() {
        return suspects;
    }
}
