package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.schema.ConfigText;
import ai.openclaw.diagnostics.config.schema.Paths;
import ai.openclaw.diagnostics.config.schema.Redaction;
import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.Suggestion;
import ai.openclaw.diagnostics.json5.Json5Value.Member;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;

/** An object in the file that a plugin is given, for the plugin to check. Tells where in the file a problem is. */
public final class ConfigSection {

    private final ConfigText text;
    private final Redaction redaction;
    private final List<String> path;

    ConfigSection(ConfigText text, ConfigEnvironment environment, List<String> path) {
        this.text = text;
        this.redaction = new Redaction(environment.looksSecret());
        this.path = List.copyOf(path);
    }

    /** Returns where in the file a key is, for problems to be told in their order; -1 if nothing of it is there. */
    public int offset(List<String> keys) {
        return place(keys).keyAt;
    }

    /**
     * Returns a problem with the value of a key, in the words of all problems of the file.
     *
     * @param keys from this object down to the key
     * @param problem what is wrong, without any secret
     */
    public String problem(List<String> keys, String problem) {
        return line(place(keys).valueAt, keys, problem);
    }

    /**
     * Returns the problem that a key is unknown, with the known one that it may be a misspelling of.
     *
     * @param keys from this object down to the key
     * @param known what there is beside it
     */
    public String unknownKey(List<String> keys, List<String> known) {
        List<String> parent = new ArrayList<>(path);
        parent.addAll(keys.subList(0, keys.size() - 1));
        String nearest = Suggestion.nearest(keys.get(keys.size() - 1), known);
        String remedy = nearest == null
                ? "known here: " + String.join(", ", known)
                : "did you mean " + Paths.join(Paths.join(parent), nearest) + "?";
        return line(place(keys).keyAt, keys, "unknown key; " + remedy);
    }

    private String line(int offset, List<String> keys, String problem) {
        List<String> shown = new ArrayList<>(path);
        keys.forEach(key -> shown.add(redaction.key(key)));
        String place = offset < 0 ? text.fileName() : text.at(offset);
        return place + ": " + Paths.cut(Paths.join(shown)) + ": " + problem;
    }

    /** Where a key and its value begin, -1 if the file has neither the key nor any object around it. */
    private record Place(int keyAt, int valueAt) {}

    /** Returns the place of the innermost of the keys that the file has. */
    private Place place(List<String> keys) {
        List<String> all = new ArrayList<>(path);
        all.addAll(keys);
        Place place = new Place(-1, -1);
        ObjectValue object = text.root();
        for (String key : all) {
            Member member = object.member(key);
            if (member == null) {
                return place;
            }
            place = new Place(member.start(), member.value().start());
            object = member.value() instanceof ObjectValue inner ? inner : new ObjectValue(0, 0, List.of());
        }
        return place;
    }

    /** Returns the path, and nothing of what is in it. */
    @Override
    public String toString() {
        return text + ": " + Paths.join(path);
    }
}
