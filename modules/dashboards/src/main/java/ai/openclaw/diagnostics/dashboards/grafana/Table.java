package ai.openclaw.diagnostics.dashboards.grafana;

import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A table: a row for each combination of labels, a column for each query. */
public final class Table {

    /**
     * A column.
     *
     * @param title its heading
     * @param query its values, by the labels of the rows
     * @param properties how it is shown, as Grafana's overrides
     */
    public record Column(String title, Expression query, List<Object> properties) {

        /** Returns a column in this unit. */
        public static Column of(String title, String unit, Expression query) {
            return new Column(title, query, List.of(property("unit", unit)));
        }

        /** Colours the text: yellow from one value on, red from another. */
        public Column risky(double warning, double critical) {
            return with("custom.cellOptions", object("type", "color-text"))
                    .with("thresholds", ValueColours.risky("text", warning, critical));
        }

        /** Shows so many digits after the point. */
        public Column decimals(int decimals) {
            return with("decimals", decimals);
        }

        /** Says this where a row has no value. */
        public Column orElse(String text) {
            return with("noValue", text);
        }

        private Column with(String id, Object value) {
            List<Object> more = new ArrayList<>(properties);
            more.add(property(id, value));
            return new Column(title, query, more);
        }
    }

    private Table() {}

    /** Returns a table whose rows are led by these labels and sorted by its first column, the greatest first. */
    public static Panel of(String title, String description, List<Label> rows, Column... columns) {
        Panel table = Panels.table(title, description);
        Map<String, Object> order = object();
        Map<String, Object> names = object();
        for (Label row : rows) {
            order.put(row.name(), order.size());
            names.put(row.name(), heading(row));
        }
        for (int i = 0; i < columns.length; i++) {
            String value = columns.length == 1 ? "Value" : "Value #" + Target.refId(i);
            order.put(value, order.size());
            names.put(value, columns[i].title());
            table.query("", columns[i].query()).override(named(columns[i].title(), columns[i].properties()));
        }
        return table.transformation("merge", object())
                .transformation(
                        "organize",
                        object("excludeByName", object("Time", true), "indexByName", order, "renameByName", names))
                .option("sortBy", List.of(object("desc", true, "displayName", columns[0].title())));
    }

    /** Returns the heading of a column of labels. */
    static String heading(Label label) {
        String words = label.name().replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Returns the override that puts a link on a column of labels. */
    public static Object linked(Label column, Object link) {
        return named(heading(column), List.of(property("links", List.of(link))));
    }

    private static Object named(String field, List<Object> properties) {
        return object("matcher", object("id", "byName", "options", field), "properties", properties);
    }

    private static Map<String, Object> property(String id, Object value) {
        return object("id", id, "value", value);
    }
}
