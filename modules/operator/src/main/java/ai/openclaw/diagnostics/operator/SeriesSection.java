package ai.openclaw.diagnostics.operator;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.store.SeriesStore;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What uses the series cap: series and drops by family, values by label, and the labels that are likely to leak. The series are
 * walked only after an admission; drops are read for each report. Any thread may ask.
 */
final class SeriesSection {

    private @Nullable SeriesCensus last; // guarded by this

    private record FamilyUse(Family family, int series, long dropped) {

        JsonObject json() {
            return new JsonObject()
                    .put("name", family.name())
                    .put("type", family.type().text())
                    .put("series", series)
                    .put("dropped", dropped);
        }
    }

    JsonObject json(SeriesStore store) {
        SeriesCensus census = census(store);
        List<FamilyUse> families = families(store, census);
        return new JsonObject()
                .put("cap", store.maxSeries())
                .put("used", census.series())
                .put("dropped", families.stream().mapToLong(FamilyUse::dropped).sum())
                .put("families", inUse(families))
                .put("labels", census.labels())
                .put("suspects", census.suspects());
    }

    /** Returns the last census if no series was admitted since, else a new one. */
    synchronized SeriesCensus census(SeriesStore store) {
        SeriesCensus census = last;
        if (census == null || !census.isOf(store)) {
            census = SeriesCensus.take(store);
            last = census;
        }
        return census;
    }

    private static List<FamilyUse> families(SeriesStore store, SeriesCensus census) {
        List<FamilyUse> families = new ArrayList<>();
        for (Family family : census.families()) {
            families.add(new FamilyUse(family, census.series(family), store.dropped(family)));
        }
        return families;
    }

    private static JsonArray inUse(List<FamilyUse> families) {
        return families.stream()
                .filter(use -> use.series() > 0 || use.dropped() > 0)
                .sorted(Comparator.comparingInt(FamilyUse::series)
                        .reversed()
                        .thenComparing(use -> use.family().name()))
                .map(FamilyUse::json)
                .collect(JvmSection.toArray());
    }
}
