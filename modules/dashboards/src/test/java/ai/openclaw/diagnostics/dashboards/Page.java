package ai.openclaw.diagnostics.dashboards;

import ai.openclaw.diagnostics.promql.QueryText;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A committed dashboard, read as Grafana reads it and not as it was written. */
record Page(Node json) {

    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), (\\w+)\\)");

    /** A JSON value with forgiving access: what is missing is empty. */
    record Node(@Nullable Object value) {

        Node at(String... path) {
            Node node = this;
            for (String key : path) {
                node = new Node(node.value instanceof Map<?, ?> object ? object.get(key) : null);
            }
            return node;
        }

        List<Node> items() {
            return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
        }

        String text() {
            return value == null ? "" : value.toString();
        }

        String text(String... path) {
            return at(path).text();
        }

        int number(String... path) {
            return ((Number) java.util.Objects.requireNonNull(at(path).value)).intValue();
        }
    }

    /**
     * A query and its place.
     *
     * @param place the panel, annotation or variable
     * @param text the query's text
     * @param legend how its series are called, empty where it matters not
     */
    record Query(String place, String text, String legend) {

        QueryText read() {
            return QueryText.read(text);
        }
    }

    static Page read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all committed pages. */
    static List<Page> all() {
        try (Stream<Path> files = Files.list(FilesTest.GRAFANA.resolve("dashboards"))) {
            return files.sorted().map(Page::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page parse(String json) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            return new Page(new Node(value(parser)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            object.put(key, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    // ----------------------------------------------------------------- parts

    String uid() {
        return json.text("uid");
    }

    /** Returns everything that is on the grid when the page is opened, headings of rows too. */
    List<Node> grid() {
        return json.at("panels").items();
    }

    /** Returns what is in each closed row. */
    List<List<Node>> closedRows() {
        return grid().stream()
                .map(row -> row.at("panels").items())
                .filter(content -> !content.isEmpty())
                .toList();
    }

    /** Returns all panels, those in closed rows too. */
    List<Node> panels() {
        return Stream.concat(grid().stream(), closedRows().stream().flatMap(List::stream))
                .filter(panel -> !panel.text("type").equals("row"))
                .toList();
    }

    List<Node> variables() {
        return json.at("templating", "list").items();
    }

    Node variable(String name) {
        return variables().stream()
                .filter(variable -> variable.text("name").equals(name))
                .findFirst()
                .orElse(new Node(null));
    }

    /** Returns the addresses that values of a panel lead to. */
    static List<String> links(Node panel) {
        Stream<Node> ofColumns = panel.at("fieldConfig", "overrides").items().stream()
                .flatMap(override -> override.at("properties").items().stream())
                .flatMap(property -> property.at("value").items().stream());
        return Stream.concat(panel.at("fieldConfig", "defaults", "links").items().stream(), ofColumns)
                .map(link -> link.text("url"))
                .filter(url -> !url.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return uid();
    }

    // --------------------------------------------------------------- queries

    static List<Query> queries(Node panel) {
        return panel.at("targets").items().stream()
                .map(target -> new Query(panel.text("title"), target.text("expr"), target.text("legendFormat")))
                .toList();
    }

    List<Query> panelQueries() {
        return panels().stream().flatMap(panel -> queries(panel).stream()).toList();
    }

    List<Query> annotationQueries() {
        return json.at("annotations", "list").items().stream()
                .filter(annotation -> annotation.at("target").value() != null)
                .map(annotation -> new Query(annotation.text("name"), annotation.text("target", "expr"), ""))
                .toList();
    }

    /** Returns the selectors of variables, grouped by the label that they list. */
    List<Query> variableQueries() {
        return variables().stream()
                .filter(variable -> variable.text("type").equals("query"))
                .map(variable -> {
                    Matcher call = LABEL_VALUES.matcher(variable.text("query"));
                    String text = call.matches() ? "count by (" + call.group(2) + ") (" + call.group(1) + ")" : "";
                    return new Query("$" + variable.text("name"), text, "");
                })
                .toList();
    }

    List<Query> allQueries() {
        return Stream.of(panelQueries(), annotationQueries(), variableQueries())
                .flatMap(List::stream)
                .toList();
    }
}
