package ai.openclaw.diagnostics.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A query of a panel, as the committed file of a dashboard has it.
 *
 * @param page the dashboard's title
 * @param panel the panel's title
 * @param noValue what the panel says where there is nothing
 * @param text the query, with Grafana's variables
 * @param instant whether it is asked for the end of the time range only
 * @param shown the labels that the panel shows
 * @param maxDataPoints into how many steps Grafana may cut the time range
 */
record PanelQuery(
        String page, String panel, String noValue, String text, boolean instant, Set<String> shown, int maxDataPoints) {

    private static final Path FOLDER = Path.of("../../grafana/dashboards");
    private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)}?");
    private static final Pattern NAME =
            Pattern.compile("\\b(?:(?:openclaw|scrape)_\\w+|up|ALERTS)(?=\\{)" + "|(?<=[{,])\\w+(?==~?\"(?!\\$))");

    /** Ends where a name would stand whose loss cannot show. */
    private static final Pattern IN_VAIN = Pattern.compile("unless|\\n *-\\n|\\n *0 \\*[^\\n]*$");

    private static final Pattern DURATION = Pattern.compile("(?<=[\\[:]|offset )(\\d+)([smhd])(?![a-z])");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600, "d", 86400);

    private static final Pattern VALUE = Pattern.compile("Value( #.)?");

    /** All queries of all dashboards; they are read once. */
    private static final List<PanelQuery> ALL =
            dashboards().stream().flatMap(PanelQuery::of).toList();

    /** Returns all queries of all dashboards. */
    static List<PanelQuery> all() {
        return ALL;
    }

    /** Returns the queries by which the variables of all dashboards find their choices, once each. */
    static Set<String> ofVariables() {
        return dashboards().stream()
                .flatMap(page -> objects(page.getJsonObject("templating").getJsonArray("list")))
                .filter(variable -> variable.getString("type").equals("query"))
                .map(variable -> variable.getString("query"))
                .collect(Collectors.toSet());
    }

    /** Returns the query with values in the place of its variables; one without a value is an error. */
    String with(Map<String, String> values) {
        return substituted(text, values);
    }

    /** Returns the query with its own ranges so many times as short, for a demo that runs so many times as fast. */
    PanelQuery accelerated(int speed) {
        String shorter = DURATION.matcher(text).replaceAll(found -> {
            long seconds = Long.parseLong(found.group(1)) * SECONDS.get(found.group(2));
            return seconds * 1000 / speed + "ms";
        });
        return new PanelQuery(page, panel, noValue, shorter, instant, shown, maxDataPoints);
    }

    /** Returns a text of Grafana's with values in the place of its variables. */
    static String substituted(String text, Map<String, String> values) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new AssertionError("no value for the variable " + found.group() + " in " + text);
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Returns the query asked for the end of the time range only. */
    PanelQuery ofNow() {
        return new PanelQuery(page, panel, noValue, text, true, shown, maxDataPoints);
    }

    private static List<JsonObject> dashboards() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(PanelQuery::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the dashboards cannot be read", e);
        }
    }

    private static JsonObject read(Path file) {
        try {
            return new JsonObject(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Stream<PanelQuery> of(JsonObject page) {
        return objects(page.getJsonArray("panels"))
                .flatMap(panel ->
                        Stream.concat(Stream.of(panel), objects(panel.getJsonArray("panels", new JsonArray()))))
                .flatMap(panel -> objects(panel.getJsonArray("targets", new JsonArray()))
                        .map(target -> of(page.getString("title"), panel, target)));
    }

    private static PanelQuery of(String page, JsonObject panel, JsonObject target) {
        JsonObject defaults = panel.getJsonObject("fieldConfig").getJsonObject("defaults");
        return new PanelQuery(
                page,
                panel.getString("title"),
                defaults.getString("noValue"),
                target.getString("expr"),
                target.getBoolean("instant"),
                shownLabels(panel, target),
                panel.getInteger("maxDataPoints"));
    }

    private static Set<String> shownLabels(JsonObject panel, JsonObject target) {
        Stream<String> legend =
                LEGEND_LABEL.matcher(target.getString("legendFormat")).results().map(label -> label.group(1));
        Stream<String> columns = objects(panel.getJsonArray("transformations", new JsonArray()))
                .filter(step -> step.getString("id").equals("organize"))
                .flatMap(step -> step.getJsonObject("options").getJsonObject("indexByName").fieldNames().stream())
                .filter(column -> !VALUE.matcher(column).matches());
        return Stream.concat(legend, columns).collect(Collectors.toSet());
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getJsonObject);
    }

    /**
     * Returns the query in each of the ways in which one of its names can be misspelt: of a metric, or of a label that
     * must have a value. A metric is misspelt wherever the query reads it. Left alone are names whose loss cannot show: in
     * what replaces nothing, or takes away.
     */
    List<PanelQuery> misspelt() {
        List<PanelQuery> wrong = new ArrayList<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            if (!IN_VAIN.matcher(text).region(0, name.start()).find()) {
                String misspelt = text.substring(0, name.start())
                        + text.substring(name.start()).replaceAll("\\b" + name.group() + "(?=\\W)", name.group() + "x");
                wrong.add(new PanelQuery(page, panel, noValue, misspelt, instant, shown, maxDataPoints));
            }
        }
        return wrong;
    }

    @Override
    public String toString() {
        return page + ": " + panel + ": " + text.replaceAll("\\s+", " ");
    }
}
