package ai.openclaw.diagnostics.support;

import ai.openclaw.diagnostics.json5.Json5Document;
import ai.openclaw.diagnostics.json5.Json5Exception;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end of a log file, an object a line. Of this project's entries their time, level, logger, number, sentence and the places
 * of what was thrown; of other loggers' entries time, level, logger and the length of the message; of a line that is no entry
 * its length.
 *
 * @param text the lines
 * @param lines how many there are
 * @param bytes how large the file is
 * @param truncated whether the file has more than was read
 */
record LogExcerpt(String text, int lines, long bytes, boolean truncated) {

    private static final String OWN_LOGGERS = "ai.openclaw.diagnostics.";

    /**
     * Reads the end of a file.
     *
     * @throws IOException if it cannot be read
     */
    static LogExcerpt of(Path file, int maxLines, long maxBytes, Redactor redactor) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long from = Math.max(0, size - maxBytes);
            ByteBuffer tail = ByteBuffer.allocate((int) (size - from));
            channel.position(from);
            while (tail.hasRemaining() && channel.read(tail) >= 0) {
                // until the end that the file had
            }
            List<String> lines = lines(tail.flip(), from > 0);
            List<String> last = lines.subList(Math.max(0, lines.size() - maxLines), lines.size());
            StringBuilder text = new StringBuilder();
            last.forEach(
                    line -> text.append(SupportJson.of(entry(line, redactor))).append('\n'));
            return new LogExcerpt(text.toString(), last.size(), size, from > 0 || last.size() < lines.size());
        }
    }

    private static List<String> lines(ByteBuffer tail, boolean cut) {
        List<String> lines = new ArrayList<>(
                StandardCharsets.UTF_8.decode(tail).toString().lines().toList());
        if (cut && !lines.isEmpty()) {
            lines.remove(0); // its beginning is not there
        }
        return lines;
    }

    private static Map<String, @Nullable Object> entry(String line, Redactor redactor) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        Map<String, @Nullable Object> entry = parse(line);
        String logger = entry != null && entry.get("logger") instanceof String name ? name : "";
        if (entry == null || !logger.matches("[A-Za-z0-9_.$]{1,200}")) {
            shown.put("omitted", "unparsed");
            shown.put("bytes", (long) line.getBytes(StandardCharsets.UTF_8).length);
            return shown;
        }
        put(shown, "time", entry.get("time"), "[0-9TZ:.-]{1,40}");
        put(shown, "level", entry.get("level"), "[A-Z]{1,10}");
        shown.put("logger", logger.startsWith(OWN_LOGGERS) || !Redactor.isForeign(logger) ? logger : logger(logger));
        if (entry.get("seq") instanceof Long number) {
            shown.put("seq", number);
        }
        String message = String.valueOf(entry.get("message"));
        if (logger.startsWith(OWN_LOGGERS)) {
            shown.put("message", redactor.text(message));
            shown.put("thrown", thrown(entry.get("thrown")));
        } else {
            shown.put("messageBytes", (long) message.getBytes(StandardCharsets.UTF_8).length);
        }
        return shown;
    }

    /** A class of a library that is known keeps its name. */
    private static String logger(String name) {
        return name.matches("(io\\.vertx|io\\.netty|java|javax|jdk|sun)\\..*") ? name : "other";
    }

    private static @Nullable Map<String, @Nullable Object> parse(String line) {
        try {
            return line.startsWith("{") && Json5Document.parse(line).root() instanceof ObjectValue object
                    ? object.plain()
                    : null;
        } catch (Json5Exception e) {
            return null;
        }
    }

    private static void put(Map<String, @Nullable Object> shown, String name, @Nullable Object value, String form) {
        if (value instanceof String text && text.matches(form)) {
            shown.put(name, text);
        }
    }

    /** Classes and places, which are of code. */
    private static @Nullable Object thrown(@Nullable Object failures) {
        if (!(failures instanceof List<?> list)) {
            return null;
        }
        List<Object> shown = new ArrayList<>();
        for (Object failure : list) {
            if (failure instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> one = new LinkedHashMap<>();
                put(one, "class", map.get("class"), "[A-Za-z0-9_.$]{1,200}");
                one.put("stack", frames(map.get("stack")));
                shown.add(one);
            }
        }
        return shown;
    }

    private static List<String> frames(@Nullable Object stack) {
        return stack instanceof List<?> list
                ? list.stream()
                        .map(String::valueOf)
                        .filter(frame -> frame.matches("[A-Za-z0-9_.$@/<>-]{1,300}\\([A-Za-z0-9_. :-]{1,100}\\)"))
                        .toList()
                : List.of();
    }
}
