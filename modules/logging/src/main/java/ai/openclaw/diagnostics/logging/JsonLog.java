package ai.openclaw.diagnostics.logging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The log as machines read it: the members time, level, logger, message; seq, if entries are numbered;
 * thrown, if something was thrown. */
final class JsonLog {

    /** In ASCII, so that no character set on the way can spoil a line or find an end in it. */
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonLog() {}

    static String format(LogEntry entry, long number) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("time", entry.timestamp());
            json.writeStringField("level", entry.level());
            json.writeStringField("logger", entry.logger());
            json.writeStringField("message", entry.message());
            if (number != LogFormat.NO_NUMBER) {
                json.writeNumberField("seq", number);
            }
            if (entry.thrown() != null) {
                write(entry.failures(), json);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be written to", e);
        }
        return text.append('\n').toString();
    }

    private static void write(List<LogEntry.Failure> failures, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("thrown");
        for (LogEntry.Failure failure : failures) {
            json.writeStartObject();
            json.writeStringField("class", failure.type());
            json.writeArrayFieldStart("stack");
            for (String frame : failure.stack()) {
                json.writeString(frame);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
