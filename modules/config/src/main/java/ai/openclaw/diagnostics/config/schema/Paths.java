package ai.openclaw.diagnostics.config.schema;

import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.json5.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Paths to values as operators write them: {@code gateway.auth.mode}, {@code plugins.allow[1]}. A key that holds other than
 * letters, digits and {@code _ $ - @ / *} is in double quotes: {@code plugins.entries."a.b".enabled}.
 */
public final class Paths {

    private static final Pattern PLAIN_KEY = Pattern.compile("[\\p{L}\\p{Nd}_$@/*-]+");
    private static final int MAX_SHOWN = 120;

    private Paths() {}

    /** Returns the path of a key below a path, which is empty for the root. */
    public static String join(String path, String key) {
        String shown = PLAIN_KEY.matcher(key).matches() ? key : Quoting.quoted(key);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /** Returns the path of keys, from the root down. */
    public static String join(List<String> keys) {
        String path = "";
        for (String key : keys) {
            path = join(path, key);
        }
        return path;
    }

    /** Returns the path of an item of a list. */
    public static String item(String path, int index) {
        return path + "[" + index + "]";
    }

    /** Returns a path fit for a message. */
    public static String cut(String path) {
        return Quoting.cut(path, MAX_SHOWN);
    }

    /**
     * Returns the keys of a path.
     *
     * @throws ConfigException if it is not a path
     */
    public static List<String> split(String path) {
        List<String> keys = new ArrayList<>();
        int at = 0;
        while (at <= path.length()) {
            int end = path.startsWith("\"", at) ? path.indexOf('"', at + 1) + 1 : endOfKey(path, at);
            String key = end > at ? path.substring(at, end).replace("\"", "") : "";
            if (key.isEmpty() || end < path.length() && path.charAt(end) != '.') {
                throw new ConfigException("path \"" + cut(path) + "\": must be keys with dots between them");
            }
            keys.add(key);
            at = end + 1;
        }
        return keys;
    }

    private static int endOfKey(String path, int at) {
        int dot = path.indexOf('.', at);
        return dot < 0 ? path.length() : dot;
    }
}
