package ai.openclaw.diagnostics.json5;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The edits, done to plain maps: what the edited text must mean. */
final class ExpectedResult {

    private ExpectedResult() {}

    /** Returns the map with another value at a path; objects that are missing on the way are made. */
    static Map<String, @Nullable Object> with(Map<?, ?> map, List<String> keys, Object value) {
        Map<String, @Nullable Object> result = copy(map);
        String key = keys.get(0);
        Map<?, ?> below = result.get(key) instanceof Map<?, ?> object ? object : Map.of();
        result.put(key, keys.size() == 1 ? value : with(below, keys.subList(1, keys.size()), value));
        return result;
    }

    /** Returns the map without the last of the keys. */
    static Map<String, @Nullable Object> without(Map<?, ?> map, List<String> keys) {
        Map<String, @Nullable Object> result = copy(map);
        String key = keys.get(0);
        if (keys.size() == 1) {
            result.remove(key);
        } else if (result.get(key) instanceof Map<?, ?> below) {
            result.put(key, without(below, keys.subList(1, keys.size())));
        }
        return result;
    }

    /** Returns the list with an item more at its end. */
    static List<@Nullable Object> plus(List<?> list, String item) {
        List<@Nullable Object> result = new ArrayList<>(list);
        result.add(item);
        return result;
    }

    /** Returns the list without the item at an index. */
    static List<@Nullable Object> minus(List<?> list, int index) {
        List<@Nullable Object> result = new ArrayList<>(list);
        result.remove(index);
        return result;
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put((String) key, value));
        return copy;
    }
}
