package ai.openclaw.diagnostics.operator;

import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.recording.EventCount;
import ai.openclaw.diagnostics.recording.RefusedValues;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What was counted on the way from events to series, each list with the highest count first. */
final class CountSections {

    private CountSections() {}

    static JsonArray refused(List<RefusedValues> counts) {
        return counts.stream()
                .sorted(Comparator.comparingLong(RefusedValues::count).reversed())
                .map(row -> new JsonObject()
                        .put("label", row.label())
                        .put("rule", row.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .put("count", row.count()))
                .collect(JvmSection.toArray());
    }

    static JsonArray rejected(List<Rejections.Count> counts) {
        return counts.stream()
                .sorted(Comparator.comparingLong(Rejections.Count::count).reversed())
                .map(row -> new JsonObject()
                        .put("type", row.type())
                        .put("field", row.field())
                        .put("count", row.count()))
                .collect(JvmSection.toArray());
    }

    static JsonArray events(List<EventCount> counts) {
        return counts.stream()
                .sorted(Comparator.comparingLong(EventCount::seen).reversed())
                .map(row -> new JsonObject()
                        .put("type", row.type())
                        .put("seen", row.seen())
                        .put("recorded", row.recorded())
                        .put("ignored", row.ignored())
                        .put("untrusted", row.untrusted()))
                .collect(JvmSection.toArray());
    }
}
