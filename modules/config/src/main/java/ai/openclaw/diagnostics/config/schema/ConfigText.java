package ai.openclaw.diagnostics.config.schema;

import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.json5.Json5Document;
import ai.openclaw.diagnostics.json5.Json5Exception;
import ai.openclaw.diagnostics.json5.Json5Value;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import java.util.List;

/**
 * The text of a configuration file.
 *
 * @param fileName the file's name without its folder, for messages
 * @param document the text
 */
public record ConfigText(String fileName, Json5Document document) {

    /**
     * Reads a text.
     *
     * @throws ConfigException if it is not JSON5, or not an object
     */
    public static ConfigText parse(String fileName, String text) {
        try {
            ConfigText parsed = new ConfigText(fileName, Json5Document.parse(text));
            Json5Value root = parsed.document.root();
            if (root != null && !(root instanceof ObjectValue)) {
                throw new ConfigException(
                        parsed.at(root.start()) + ": the file: found " + root.kind() + ", allowed an object");
            }
            return parsed;
        } catch (Json5Exception e) {
            throw new ConfigException(
                    fileName + ":" + Json5Document.positionIn(text, e.offset()) + ": not JSON5: " + e.getMessage());
        }
    }

    /** Returns what the text means; one without a value means an empty object. */
    public ObjectValue root() {
        return document.root() instanceof ObjectValue root ? root : new ObjectValue(0, 0, List.of());
    }

    /** Returns where an offset is, for the beginning of a message: {@code openclaw.json:12:7}. */
    public String at(int offset) {
        return fileName + ":" + document.position(offset);
    }

    /** Returns where an offset is, as the source of a setting: {@code openclaw.json:12}. */
    public String line(int offset) {
        return fileName + ":" + document.line(offset);
    }

    /** Returns the file's name, and nothing of what is in it. */
    @Override
    public String toString() {
        return fileName;
    }
}
