package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Json;
import ai.openclaw.diagnostics.preview.query.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A row for each combination of labels, a column for each label and query, in the order that the panel gives. */
final class TableDrawing implements Drawing {

    private static final double ROW = 26;
    private static final double SIZE = 12;

    @Override
    public void draw(Svg svg, Box box, Panel panel, List<List<Series>> answers) {
        List<String> columns = columns(panel, answers);
        List<Map<String, Object>> rows = rows(panel, columns, answers);
        double[] edges = edges(box, columns, rows);
        for (int i = 0; i < columns.size(); i++) {
            boolean number = isNumber(columns.get(i));
            svg.words(
                    x(edges, i, number),
                    box.y() + 16,
                    SIZE,
                    Colours.of("blue"),
                    anchor(number),
                    heading(panel, columns.get(i)));
        }
        int room = (int) ((box.height() - ROW) / ROW);
        double y = box.y() + ROW;
        for (Map<String, Object> row : rows.subList(0, Math.min(rows.size(), room))) {
            svg.line(Svg.across(box.x(), box.right(), y), Colours.GRID, "");
            for (int i = 0; i < columns.size(); i++) {
                cell(svg, panel, columns.get(i), row.get(columns.get(i)), edges, i, y + 17);
            }
            y += ROW;
        }
        if (rows.size() > room) {
            svg.words(
                    box.right(),
                    box.bottom() + 4,
                    10,
                    Colours.DIM,
                    Svg.Anchor.END,
                    "and " + (rows.size() - room) + " more");
        }
    }

    private static List<String> columns(Panel panel, List<List<Series>> answers) {
        Map<String, Json> order = organize(panel).at("indexByName").fields();
        List<String> columns = new ArrayList<>();
        answers.stream()
                .flatMap(List::stream)
                .flatMap(series -> series.labels().keySet().stream())
                .distinct()
                .forEach(columns::add);
        for (int i = 0; i < answers.size(); i++) {
            columns.add(value(answers.size(), i));
        }
        columns.sort(Comparator.comparingDouble(
                name -> order.getOrDefault(name, new Json(null)).number(-1)));
        return columns;
    }

    private static Json organize(Panel panel) {
        return panel.json().at("transformations").items().stream()
                .filter(step -> step.at("id").text("").equals("organize"))
                .map(step -> step.at("options"))
                .findFirst()
                .orElse(new Json(null));
    }

    private static String value(int count, int index) {
        return count == 1 ? "Value" : "Value #" + (char) ('A' + index);
    }

    private static boolean isNumber(String column) {
        return column.startsWith("Value");
    }

    private static String heading(Panel panel, String column) {
        String name = column.equals("__name__") ? "Metric" : column;
        return organize(panel).at("renameByName", column).text(name);
    }

    private static List<Map<String, Object>> rows(Panel panel, List<String> columns, List<List<Series>> answers) {
        Map<Map<String, String>, Map<String, Object>> rows = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            for (Series series : answers.get(i)) {
                Map<String, Object> row = rows.computeIfAbsent(series.labels(), labels -> new LinkedHashMap<>(labels));
                row.put(value(answers.size(), i), series.last());
            }
        }
        String first =
                panel.options().at("sortBy").items().get(0).at("displayName").text("");
        return rows.values().stream()
                .sorted(Comparator.comparingDouble((Map<String, Object> row) -> sortValue(panel, columns, row, first))
                        .reversed())
                .collect(Collectors.toList());
    }

    private static double sortValue(Panel panel, List<String> columns, Map<String, Object> row, String heading) {
        return columns.stream()
                .filter(column -> heading(panel, column).equals(heading))
                .map(row::get)
                .mapToDouble(value -> value instanceof Double number && !number.isNaN() ? number : -1)
                .findFirst()
                .orElse(-1);
    }

    /** Columns of words are as wide as their words, those of numbers share what is left. */
    private static double[] edges(Box box, List<String> columns, List<Map<String, Object>> rows) {
        double[] widths = new double[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            String column = columns.get(i);
            int letters = rows.stream()
                    .mapToInt(row -> row.get(column) instanceof String text ? text.length() : 9)
                    .max()
                    .orElse(9);
            widths[i] = Math.max(letters, column.length() / 2) + 2;
        }
        double all = java.util.Arrays.stream(widths).sum();
        double[] edges = new double[widths.length + 1];
        edges[0] = box.x();
        for (int i = 0; i < widths.length; i++) {
            edges[i + 1] = edges[i] + box.width() * widths[i] / all;
        }
        return edges;
    }

    private static double x(double[] edges, int column, boolean number) {
        return number ? edges[column + 1] - 4 : edges[column] + 4;
    }

    private static Svg.Anchor anchor(boolean number) {
        return number ? Svg.Anchor.END : Svg.Anchor.START;
    }

    private static void cell(
            Svg svg,
            Panel panel,
            String column,
            @org.jspecify.annotations.Nullable Object value,
            double[] edges,
            int index,
            double baseline) {
        boolean number = isNumber(column);
        Field field = panel.field(heading(panel, column));
        String text = value instanceof String label ? label : field.text(value instanceof Double it ? it : Double.NaN);
        String colour = field.isColouredText() && value instanceof Double it
                ? Colours.atStep(field.thresholds(), it)
                : Colours.TEXT;
        double width = edges[index + 1] - edges[index] - 8;
        svg.words(x(edges, index, number), baseline, SIZE, colour, anchor(number), Svg.fitting(text, width, SIZE));
    }
}
