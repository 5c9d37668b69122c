package ai.openclaw.diagnostics.console;

import ai.openclaw.diagnostics.json5.Json5Document;
import ai.openclaw.diagnostics.json5.Json5Exception;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import ai.openclaw.diagnostics.json5.Quoting;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a log file, in JSON or in text.
 *
 * @param line as it is in the file
 * @param entry its members, null if it is no JSON
 */
public record LogLine(String line, @Nullable Map<String, @Nullable Object> entry) {

    private static final Pattern TEXT = Pattern.compile("\\S+Z ([A-Z]+) .*");

    /** Reads a line. */
    public static LogLine of(String line) {
        if (line.startsWith("{")) {
            try {
                if (Json5Document.parse(line).root() instanceof ObjectValue object) {
                    return new LogLine(line, object.plain());
                }
            } catch (Json5Exception noJson) {
                return new LogLine(line, null);
            }
        }
        return new LogLine(line, null);
    }

    /** Returns the level as entries show it; of a line that has none, as below an entry in text, {@code ERROR}. */
    public String level() {
        if (entry != null) {
            return String.valueOf(entry.get("level"));
        }
        Matcher text = TEXT.matcher(line);
        return text.matches() ? text.group(1) : "ERROR";
    }

    /** Returns the number of the entry, 0 if it has none. */
    public long number() {
        return entry != null && entry.get("seq") instanceof Long number ? number : 0;
    }

    /** Returns what is shown: for people a line of text, for machines an object with its type. */
    public String text(boolean json) {
        if (json) {
            return entry == null
                    ? "{\"type\":\"raw\",\"line\":" + Quoting.quoted(line) + "}"
                    : "{\"type\":\"log\"," + line.substring(1);
        }
        return TextTable.visible(entry == null ? line : words(entry));
    }

    private static String words(Map<String, @Nullable Object> entry) {
        String logger = String.valueOf(entry.get("logger"));
        return entry.get("time") + " " + entry.get("level") + " " + logger.substring(logger.lastIndexOf('.') + 1) + " "
                + String.valueOf(entry.get("message")).replace("\n", "\\n");
    }
}
