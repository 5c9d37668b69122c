package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Json;
import ai.openclaw.diagnostics.preview.query.Prometheus;
import ai.openclaw.diagnostics.preview.query.Series;
import ai.openclaw.diagnostics.preview.query.Variables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A panel, as the dashboard's file has it. */
record Panel(Json json) {

    private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");

    String title() {
        return json.at("title").text("");
    }

    String type() {
        return json.at("type").text("");
    }

    Json options() {
        return json.at("options");
    }

    Field field(String name) {
        return new Field(json.at("fieldConfig"), name);
    }

    /** Returns a setting that all series share, such as {@code min}. */
    Json setting(String... path) {
        return json.at("fieldConfig", "defaults").at(path);
    }

    /** Returns what the queries find, one after the other. */
    List<List<Series>> ask(Prometheus prometheus, Variables variables) throws IOException, InterruptedException {
        List<List<Series>> answers = new ArrayList<>();
        for (Json target : json.at("targets").items()) {
            String query = variables.in(target.at("expr").text(""));
            List<Series> found = target.at("instant").isTrue() ? prometheus.now(query) : prometheus.range(query);
            answers.add(found.stream().map(series -> named(series, target)).toList());
        }
        return answers;
    }

    private static Series named(Series series, Json target) {
        String name = LABEL.matcher(target.at("legendFormat").text(""))
                .replaceAll(label -> Matcher.quoteReplacement(series.labels().getOrDefault(label.group(1), "")));
        return new Series(name, series.labels(), series.values());
    }
}
