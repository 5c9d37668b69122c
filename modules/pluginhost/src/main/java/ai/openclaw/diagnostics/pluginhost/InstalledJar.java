package ai.openclaw.diagnostics.pluginhost;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is recorded of a jar when it is installed.
 *
 * @param sha256 of its content, in 64 hexadecimal digits
 * @param module its module's name
 * @param ids the ids of its plugins, at least one
 * @param file the name that it had
 */
public record InstalledJar(String sha256, String module, List<String> ids, String file) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int SHORT = 12;

    public InstalledJar {
        if (!SHA_256.matcher(sha256).matches() || ids.isEmpty()) {
            throw new IllegalArgumentException("a record needs a SHA-256 in hexadecimal and an id");
        }
        ids = List.copyOf(ids);
    }

    /** Returns the SHA-256 of a jar's content. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Returns as much of a SHA-256 as tells two apart. */
    public static String abridged(String sha256) {
        return sha256.substring(0, SHORT) + "…";
    }

    /** Tells whether both have a plugin of the same id. */
    boolean clashesWith(InstalledJar other) {
        return ids.stream().anyMatch(other.ids::contains);
    }

    /** Returns its ids for a sentence. */
    public String names() {
        return String.join(", ", ids);
    }

    JsonObject json() {
        return new JsonObject()
                .put("ids", new JsonArray(ids))
                .put("module", module)
                .put("file", file)
                .put("sha256", sha256);
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @throws RuntimeException if it is anything else
     */
    static InstalledJar of(JsonObject json) {
        List<String> ids =
                json.getJsonArray("ids").stream().map(String.class::cast).toList();
        return new InstalledJar(json.getString("sha256"), json.getString("module"), ids, json.getString("file"));
    }
}
