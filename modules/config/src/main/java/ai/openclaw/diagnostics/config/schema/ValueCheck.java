package ai.openclaw.diagnostics.config.schema;

import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.json5.Json5Value;
import ai.openclaw.diagnostics.json5.Json5Value.ArrayValue;
import ai.openclaw.diagnostics.json5.Json5Value.Item;
import ai.openclaw.diagnostics.json5.Json5Value.Member;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import ai.openclaw.diagnostics.json5.Json5Value.ScalarValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replaces references to variables in values and holds the result against types. For one thread. */
final class ValueCheck {

    private final ConfigText text;
    private final ConfigEnvironment environment;
    private final Redaction redaction;
    private final Problems problems;

    ValueCheck(ConfigText text, ConfigEnvironment environment, Redaction redaction, Problems problems) {
        this.text = text;
        this.environment = environment;
        this.redaction = redaction;
        this.problems = problems;
    }

    /** Returns a value with its references replaced, checked against a type. */
    Json5Value resolved(Json5Value value, ValueType<?> type, String path) {
        int before = problems.count();
        Json5Value resolved = resolved(value, path);
        if (problems.count() == before) {
            check(value, resolved, type, path);
        }
        return resolved;
    }

    private void check(Json5Value written, Json5Value resolved, ValueType<?> type, String path) {
        ValueType<String> item = type.item();
        if (item != null && resolved instanceof ArrayValue list) {
            List<Item> items = ((ArrayValue) written).items();
            for (int i = 0; i < items.size(); i++) {
                check(items.get(i).value(), list.items().get(i).value(), item, Paths.item(path, i));
            }
        } else if (type.read(resolved) == null) {
            String found = redaction.found(text.document().written(written), path, written);
            String rule = found.equals("an empty string") && type.allowed().equals("a string")
                    ? "a string that is not empty"
                    : type.allowed();
            String remedy = type.remedy(resolved);
            problems.add(
                    written.start(),
                    path,
                    "found " + found + ", allowed " + rule + (remedy == null ? "" : "; " + remedy));
        }
    }

    private Json5Value resolved(Json5Value value, String path) {
        if (value instanceof ObjectValue object) {
            return new ObjectValue(object.start(), object.end(), members(object, path));
        }
        if (value instanceof ArrayValue array) {
            List<Item> items = new ArrayList<>();
            array.items().forEach(item -> items.add(item.with(resolved(item.value(), Paths.item(path, items.size())))));
            return new ArrayValue(array.start(), array.end(), List.copyOf(items));
        }
        return resolved((ScalarValue) value, path);
    }

    private List<Member> members(ObjectValue object, String path) {
        Map<String, Member> seen = new LinkedHashMap<>();
        for (Member member : object.members()) {
            String here = Paths.join(path, redaction.key(member.key()));
            if (problems.isFirst(member, seen, here)) {
                seen.put(member.key(), member.with(resolved(member.value(), here)));
            }
        }
        return List.copyOf(seen.values());
    }

    private Json5Value resolved(ScalarValue scalar, String path) {
        if (!(scalar.value() instanceof String string)) {
            return scalar;
        }
        Optional<String> missing = Substitution.missing(string, environment.variables());
        missing.ifPresent(name -> problems.add(
                scalar.start(),
                path,
                "the environment variable " + name + " is not set or empty; set it, or write $${" + name
                        + "} for the text itself"));
        return new ScalarValue(scalar.start(), scalar.end(), Substitution.replace(string, environment.variables()));
    }
}
