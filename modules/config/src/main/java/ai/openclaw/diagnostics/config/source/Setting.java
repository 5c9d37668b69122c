package ai.openclaw.diagnostics.config.source;

/**
 * A value in force and where it came from.
 *
 * @param value the value
 * @param source {@code flag --port}, {@code environment OPENCLAW_GATEWAY_PORT}, {@code openclaw.json:3} or {@code default}
 */
public record Setting<T>(T value, String source) {

    /** The source of what no source sets. */
    public static final String DEFAULT = "default";

    /** Returns a value that no source sets. */
    public static <T> Setting<T> byDefault(T value) {
        return new Setting<>(value, DEFAULT);
    }

    /** Returns the source without the value, which may hold a secret. */
    @Override
    public String toString() {
        return "from " + source;
    }
}
