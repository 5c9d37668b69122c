package ai.openclaw.diagnostics.console;

import ai.openclaw.diagnostics.console.Terminal.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows in columns. Columns of numbers are aligned to the right. Where the terminal is too narrow the last column is wrapped at
 * blanks, so that nothing is cut off; what a terminal would act on is spelt out. For one thread.
 */
public final class TextTable {

    private static final String GAP = "  ";
    private static final int MIN_LAST = 20;
    private static final Pattern NUMBER = Pattern.compile("-|[\\d,.]+( [KMG]?i?B| ms| s| %)?");
    private static final Pattern ACTS = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> header) {
        this.header = header;
    }

    /** Returns a table with these columns and no row. */
    public static TextTable of(String... header) {
        return new TextTable(List.of(header));
    }

    /** Returns a table with so many columns, no header and no row. */
    public static TextTable plain(int columns) {
        return new TextTable(Collections.nCopies(columns, ""));
    }

    /** Adds a row with a cell for each column. */
    public TextTable row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(visible(String.valueOf(cell)));
        }
        rows.add(row);
        return this;
    }

    /** Returns the text with what a terminal would act on spelt out. */
    static String visible(String text) {
        return ACTS.matcher(text)
                .replaceAll(
                        acts -> String.format("\\\\u%04x", (int) acts.group().charAt(0)));
    }

    /** Returns the table in lines, each with its end. */
    public String text(Terminal terminal) {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        if (header.stream().anyMatch(title -> !title.isEmpty())) {
            append(header, widths, terminal, Color.BOLD, text);
        }
        rows.forEach(row -> append(row, widths, terminal, null, text));
        return text.toString();
    }

    /** Returns whether no line has to be wrapped. */
    public boolean fits(Terminal terminal) {
        return Arrays.stream(widths()).sum() + GAP.length() * (header.size() - 1) <= terminal.columns();
    }

    private int[] widths() {
        int[] widths = header.stream().mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private void append(List<String> row, int[] widths, Terminal terminal, @Nullable Color color, StringBuilder text) {
        StringBuilder line = new StringBuilder();
        int last = widths.length - 1;
        for (int i = 0; i < last; i++) {
            line.append(padded(row.get(i), widths[i], isNumeric(i))).append(GAP);
        }
        int indent = line.length();
        boolean right = isNumeric(last);
        String end = right ? padded(row.get(last), widths[last], true) : row.get(last);
        String separator = "\n" + " ".repeat(indent);
        line.append(String.join(separator, wrapped(end, Math.max(MIN_LAST, terminal.columns() - indent))));
        String whole = line.toString().stripTrailing();
        text.append(color == null ? whole : terminal.in(color, whole)).append('\n');
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    }

    private static String padded(String text, int width, boolean right) {
        String blanks = " ".repeat(Math.max(0, width - text.length()));
        return right ? blanks + text : text + blanks;
    }

    /** Returns a text in lines of at most so many characters, broken at blanks where there are any. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String left = text;
        while (left.length() > width) {
            int blank = left.lastIndexOf(' ', width);
            int end = blank > 0 && !left.substring(0, blank).isBlank() ? blank : width;
            lines.add(left.substring(0, end).stripTrailing());
            left = left.substring(end).stripLeading();
        }
        lines.add(left);
        return lines;
    }
}
