package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.config.schema.ConfigText;
import ai.openclaw.diagnostics.config.schema.Paths;
import ai.openclaw.diagnostics.json5.Json5Value.Member;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random files in random hands, edited at random: the text means what it should, and no comment is lost. */
class ConfigEditorPropertyTest {

    private static final Pattern COMMENT = Pattern.compile("/[/*] c[0-9]+ ");
    private static final int FILES = 600;
    private static final int EDITS = 12;

    private int edits;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void editsMeanWhatTheyShouldAndKeepComments(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < FILES; i++) {
            Map<String, Object> model = new LinkedHashMap<>(RandomConfig.object(random, 4));
            String text = RandomConfig.written(random, model);
            assertThat(plain(text)).as("seed %d, file %d:%n%s", seed, i, text).isEqualTo(model);
            ConfigEditor editor = ConfigEditor.of(text);
            for (int edit = 0; edit < EDITS; edit++) {
                edit(random, editor, "seed " + seed + ", file " + i);
            }
        }
        assertThat(edits).as("edits with an effect").isGreaterThan(FILES * EDITS / 3);
    }

    private static Map<String, ?> plain(String text) {
        return ConfigText.parse("openclaw.json", text).root().plain();
    }

    private void edit(Random random, ConfigEditor editor, String where) {
        String before = editor.text();
        Map<String, ?> model = plain(before);
        List<String> keys = keys(random, model);
        String path = Paths.join(keys);
        Object old = at(model, keys);
        Object expected = old;
        boolean removed = false;
        if (keys.stream().anyMatch(key -> key.contains("\""))) {
            return; // such a key has no path
        }
        if (old instanceof List<?> list) {
            String item = "i" + random.nextInt(3);
            List<Object> items = new ArrayList<>(list);
            if (random.nextBoolean()) {
                boolean added = editor.add(path, item);
                assertThat(added).isEqualTo(!list.contains(item));
                if (added) {
                    items.add(item);
                }
            } else {
                items.removeIf(item::equals);
                assertThat(editor.removeItem(path, item)).isEqualTo(list.contains(item));
            }
            expected = items;
        } else if (old != null && random.nextInt(3) == 0) {
            removed = true;
            editor.remove(path);
        } else if (old == null && random.nextBoolean() && isFree(model, keys)) {
            editor.add(path, "i0");
            expected = List.of("i0");
        } else if (!(old instanceof Map) && isFree(model, keys)) {
            expected = RandomConfig.scalar(random);
            set(editor, path, expected);
        } else {
            return;
        }
        edits++;
        Map<String, ?> after = plain(editor.text());
        String description = where + ", " + path + "\n" + before + "\n=>\n" + editor.text();
        assertThat(after).as(description).isEqualTo(removed ? without(model, keys) : with(model, keys, expected));
        String kept = removed ? withoutMember(before, keys) : before;
        assertThat(comments(editor.text())).as(description).isEqualTo(comments(kept));
    }

    /** Returns a text without a member and the comments within it. */
    private static String withoutMember(String text, List<String> keys) {
        ObjectValue parent = ConfigText.parse("openclaw.json", text).root();
        for (String key : keys.subList(0, keys.size() - 1)) {
            parent = (ObjectValue) parent.member(key).value();
        }
        Member member = parent.member(keys.get(keys.size() - 1));
        return text.substring(0, member.start()) + text.substring(member.value().end());
    }

    private static void set(ConfigEditor editor, String path, Object value) {
        if (value instanceof Boolean bool) {
            editor.set(path, bool);
        } else if (value instanceof Long number) {
            editor.set(path, (long) number);
        } else {
            editor.set(path, (String) value);
        }
    }

    /** Returns a path that exists in part, often as a whole. */
    private static List<String> keys(Random random, Map<?, ?> model) {
        List<String> keys = new ArrayList<>();
        Object here = model;
        while (keys.isEmpty() || random.nextInt(3) > 0 && keys.size() < 5) {
            boolean existing = here instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(4) > 0;
            keys.add(existing ? some(random, (Map<?, ?>) here) : RandomConfig.key(random));
            here = here instanceof Map<?, ?> map ? map.get(keys.get(keys.size() - 1)) : null;
        }
        return keys;
    }

    private static String some(Random random, Map<?, ?> map) {
        return (String) new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
    }

    private static Object at(Map<?, ?> model, List<String> keys) {
        Object here = model;
        for (String key : keys) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return here;
    }

    /** Tells whether every parent is an object or missing. */
    private static boolean isFree(Map<?, ?> model, List<String> keys) {
        for (int i = 1; i < keys.size(); i++) {
            Object parent = at(model, keys.subList(0, i));
            if (parent != null && !(parent instanceof Map)) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> with(Map<?, ?> model, List<String> keys, Object value) {
        Map<String, Object> result = new LinkedHashMap<>();
        model.forEach((key, old) -> result.put((String) key, old));
        Object below = result.get(keys.get(0));
        result.put(
                keys.get(0),
                keys.size() == 1
                        ? value
                        : with(below instanceof Map<?, ?> map ? map : Map.of(), keys.subList(1, keys.size()), value));
        return result;
    }

    private static Map<String, Object> without(Map<?, ?> model, List<String> keys) {
        List<String> parents = keys.subList(0, keys.size() - 1);
        Map<String, Object> parent = new LinkedHashMap<>();
        ((Map<?, ?>) at(model, parents)).forEach((key, value) -> parent.put((String) key, value));
        parent.remove(keys.get(parents.size()));
        return parents.isEmpty() ? parent : with(model, parents, parent);
    }

    private static List<String> comments(String text) {
        Matcher matcher = COMMENT.matcher(text);
        List<String> comments = new ArrayList<>();
        while (matcher.find()) {
            comments.add(matcher.group());
        }
        return comments;
    }
}
