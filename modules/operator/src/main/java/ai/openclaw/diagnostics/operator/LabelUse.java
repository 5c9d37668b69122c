package ai.openclaw.diagnostics.operator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which values one label has in a store, and in how many series. For one thread. */
final class LabelUse {

    /** What is shown of the values. */
    private static final int TOP = 10;

    /** From how many values on a label may be one that leaks. */
    private static final int MANY_VALUES = 100;

    /** From which share of the used series on. */
    private static final double LARGE_SHARE = 0.25;

    private final String label;
    private final Map<String, Integer> seriesByValue = new HashMap<>();
    private final Set<String> ofFamily = new HashSet<>();
    private int series;
    private int valuesByFamily;

    LabelUse(String label) {
        this.label = label;
    }

    /** Adds a series with this value. */
    void add(String value) {
        series++;
        seriesByValue.merge(value, 1, Integer::sum);
        ofFamily.add(value);
    }

    /** Says that all series of a family were added. */
    void endFamily() {
        valuesByFamily += ofFamily.size();
        ofFamily.clear();
    }

    /** Returns how many different values there are. */
    int values() {
        return seriesByValue.size();
    }

    boolean isSuspect(int used) {
        return values() > MANY_VALUES && share(used) > LARGE_SHARE;
    }

    /**
     * Returns the share of the used series that there would be if each family had one series for each value of this label,
     * whatever its other labels: near 1 where this label alone makes series new.
     */
    private double share(int used) {
        return used == 0 ? 0 : (double) valuesByFamily / used;
    }

    JsonObject json() {
        JsonArray top = seriesByValue.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOP)
                .map(entry -> new JsonObject().put("value", entry.getKey()).put("series", entry.getValue()))
                .collect(JvmSection.toArray());
        return new JsonObject().put("label", label).put("values", values()).put("top", top);
    }

    JsonObject suspectJson(int used) {
        return new JsonObject()
                .put("label", label)
                .put("values", values())
                .put("series", series)
                .put("share", Math.round(share(used) * 1000) / 1000.0);
    }
}
