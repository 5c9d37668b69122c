package ai.openclaw.diagnostics.console;

import ai.openclaw.diagnostics.console.Terminal.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows in columns. Columns of numbers are aligned to the right. Where the terminal is too narrow, the last column is wrapped, then
 * the widest ones of text; where that is not enough, each row is a list of titles and cells. Nothing is cut off; what a terminal
 * would act on is spelt out. For one thread.
 */
public final class TextTable {

    private static final String GAP = "  ";
    private static final int MIN_LAST = 20;
    private static final int MIN_TEXT = 10;
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
        if (!narrow(widths, terminal.columns()) && hasHeader()) {
            return rows.stream().map(row -> list(row, terminal)).collect(Collectors.joining("\n"));
        }
        StringBuilder text = new StringBuilder();
        if (hasHeader()) {
            append(header, widths, terminal, Color.BOLD, text);
        }
        rows.forEach(row -> append(row, widths, terminal, null, text));
        return text.toString();
    }

    private boolean hasHeader() {
        return header.stream().anyMatch(title -> !title.isEmpty());
    }

    /** Takes from the last column, which has sentences, then from the widest of text until all fit; returns whether they do. */
    private boolean narrow(int[] widths, int columns) {
        int last = widths.length - 1;
        int excess = total(widths) - columns;
        if (!isNumeric(last)) {
            widths[last] -= Math.max(0, Math.min(excess, widths[last] - MIN_LAST));
        }
        while (total(widths) > columns) {
            int widest = widestText(widths);
            if (widest < 0 || widths[widest] <= MIN_TEXT) {
                return false;
            }
            widths[widest]--;
        }
        return true;
    }

    /** Returns the widest column of text, the last of several; -1 if there is none. */
    private int widestText(int[] widths) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            if (!isNumeric(i) && (widest < 0 || widths[i] >= widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private String list(List<String> row, Terminal terminal) {
        TextTable list = plain(2);
        for (int i = 0; i < row.size(); i++) {
            list.row(header.get(i), row.get(i));
        }
        return list.text(terminal);
    }

    /** Returns whether no line has to be wrapped. */
    public boolean fits(Terminal terminal) {
        return total(widths()) <= terminal.columns();
    }

    private static int total(int[] widths) {
        return Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
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
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            cells.add(wrapped(row.get(i), widths[i]));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            String whole = line(cells, line, widths);
            text.append(color == null ? whole : terminal.in(color, whole)).append('\n');
        }
    }

    private String line(List<List<String>> cells, int line, int[] widths) {
        StringJoiner text = new StringJoiner(GAP);
        for (int i = 0; i < widths.length; i++) {
            List<String> cell = cells.get(i);
            text.add(padded(line < cell.size() ? cell.get(line) : "", widths[i], isNumeric(i)));
        }
        return text.toString().stripTrailing();
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    }

    private static String padded(String text, int width, boolean right) {
        String blanks = " ".repeat(Math.max(0, width - text.length()));
        return right ? blanks + text : text + blanks;
    }

    /** Returns a text in lines of at most so many characters, broken at blanks, else within a name, else anywhere. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String left = text;
        while (left.length() > width) {
            int blank = left.lastIndexOf(' ', width);
            int end = blank > 0 && !left.substring(0, blank).isBlank() ? blank : withinName(left, width);
            lines.add(left.substring(0, end).stripTrailing());
            left = left.substring(end).stripLeading();
        }
        lines.add(left);
        return lines;
    }

    /** Returns the end of the last part of a name that fits, the width if the parts are long. */
    private static int withinName(String name, int width) {
        for (int end = width; end > width / 2; end--) {
            if ("_-./:".indexOf(name.charAt(end - 1)) >= 0) {
                return end;
            }
        }
        return width;
    }
}
