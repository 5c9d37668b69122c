package ai.openclaw.diagnostics.operator;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.store.Series;
import ai.openclaw.diagnostics.store.SeriesStore;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What uses the series cap: series and drops by family, values by label, and the labels that are likely to leak. */
final class SeriesSection {

    private static final int MAX_SUSPECTS = 3;

    private final SeriesStore store;
    private final List<FamilyUse> families = new ArrayList<>();
    private final Map<String, LabelUse> labels = new TreeMap<>();
    private int used;
    private long dropped;

    private record FamilyUse(String name, String type, int series, long dropped) {

        JsonObject json() {
            return new JsonObject()
                    .put("name", name)
                    .put("type", type)
                    .put("series", series)
                    .put("dropped", dropped);
        }
    }

    private SeriesSection(SeriesStore store) {
        this.store = store;
    }

    static JsonObject json(SeriesStore store) {
        SeriesSection section = new SeriesSection(store);
        store.catalog().families().stream()
                .filter(family -> family != store.catalog().dropCounter())
                .forEach(section::add);
        return section.json();
    }

    private void add(Family family) {
        List<Series> series = store.series(family);
        long drops = store.dropped(family);
        used += series.size();
        dropped += drops;
        if (!series.isEmpty() || drops > 0) {
            families.add(new FamilyUse(family.name(), family.type().text(), series.size(), drops));
        }
        series.forEach(this::add);
        labels.values().forEach(LabelUse::endFamily);
    }

    private void add(Series series) {
        for (int i = 0; i < series.labels().size(); i++) {
            labels.computeIfAbsent(series.labels().get(i).name(), LabelUse::new)
                    .add(series.labelValues().get(i));
        }
    }

    private JsonObject json() {
        families.sort(Comparator.comparingInt(FamilyUse::series).reversed().thenComparing(FamilyUse::name));
        List<LabelUse> byValues = labels.values().stream()
                .sorted(Comparator.comparingInt(LabelUse::values).reversed())
                .toList();
        return new JsonObject()
                .put("cap", store.maxSeries())
                .put("used", used)
                .put("dropped", dropped)
                .put("families", families.stream().map(FamilyUse::json).collect(JvmSection.toArray()))
                .put("labels", byValues.stream().map(LabelUse::json).collect(JvmSection.toArray()))
                .put("suspects", suspects(byValues));
    }

    private JsonArray suspects(List<LabelUse> byValues) {
        return byValues.stream()
                .filter(label -> label.isSuspect(used))
                .limit(MAX_SUSPECTS)
                .map(label -> label.suspectJson(used))
                .collect(JvmSection.toArray());
    }
}
