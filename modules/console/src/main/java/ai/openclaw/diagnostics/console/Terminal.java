package ai.openclaw.diagnostics.console;

import java.util.Map;

/**
 * What text is laid out for.
 *
 * @param columns how many characters a line may have
 * @param colored whether states are shown in color
 */
public record Terminal(int columns, boolean colored) {

    /** Set by the launcher to the number of columns if standard output is a terminal. */
    static final String VARIABLE = "OPENCLAW_TERMINAL";

    private static final int DEFAULT_COLUMNS = 80;
    private static final int MIN_COLUMNS = 40;
    private static final int MAX_COLUMNS = 400;
    private static final String RESET = "\u001b[0m";

    /** How a state looks in color. */
    enum Color {
        GREEN(32),
        YELLOW(33),
        RED(31),
        FAINT(2),
        BOLD(1);

        private final int code;

        Color(int code) {
            this.code = code;
        }
    }

    /**
     * Returns the terminal of an environment: as wide as {@code COLUMNS} says, else as the launcher found it, else 80 columns;
     * in color if there is a terminal that can, and {@code NO_COLOR} is not set.
     */
    public static Terminal of(Map<String, String> variables) {
        String launcher = variables.getOrDefault(VARIABLE, "");
        String wanted = variables.getOrDefault("COLUMNS", "");
        String columns = isNumber(wanted) ? wanted : launcher;
        boolean colored = !launcher.isEmpty()
                && variables.getOrDefault("NO_COLOR", "").isEmpty()
                && !variables.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(isNumber(columns) ? bounded(Integer.parseInt(columns)) : DEFAULT_COLUMNS, colored);
    }

    private static boolean isNumber(String text) {
        return text.matches("[1-9]\\d{0,4}");
    }

    private static int bounded(int columns) {
        return Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, columns));
    }

    /** Returns a text in a color, if there are colors. */
    String in(Color color, String text) {
        return colored && !text.isEmpty() ? "\u001b[" + color.code + "m" + text + RESET : text;
    }
}
