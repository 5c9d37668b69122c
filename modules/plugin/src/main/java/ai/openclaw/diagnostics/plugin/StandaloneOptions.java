package ai.openclaw.diagnostics.plugin;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The configuration of a {@link StandaloneExporterVerticle}, checked. */
record StandaloneOptions(String host, int port, String token, String address, ExporterOptions exporter) {

    private static final Set<String> KEYS = new TreeSet<>(
            Set.of("host", "port", "token", "tokenFile", "address", "redactPatterns", ExporterOptions.COMPATIBILITY));
    private static final String NAME = "StandaloneExporterVerticle: ";

    /** Reads and checks a configuration; what is wrong is said by key, never with a secret. */
    static StandaloneOptions of(JsonObject config) {
        for (String key : config.fieldNames()) {
            String shown = LabelPolicy.looksLikeSecret(key) ? "***" : key;
            check(KEYS.contains(key), "unknown key \"" + shown + "\"; keys are " + KEYS);
        }
        int port = value(config, "port", Integer.class, 18789);
        check(port >= 0 && port <= 65535, "\"port\" is " + port + ", but must be 0 to 65535");
        return new StandaloneOptions(
                value(config, "host", String.class, "127.0.0.1"),
                port,
                token(config),
                value(config, "address", String.class, "openclaw.diagnostics"),
                new ExporterOptions(
                        profile(value(config, ExporterOptions.COMPATIBILITY, String.class, Profile.V2026_5.text())),
                        strings(value(config, "redactPatterns", JsonArray.class, new JsonArray()))));
    }

    private static Profile profile(String name) {
        check(
                Profile.of(name).isPresent(),
                "\"" + ExporterOptions.COMPATIBILITY + "\" must be " + ExporterOptions.quoted());
        return Profile.of(name).orElseThrow();
    }

    private static String token(JsonObject config) {
        check(
                config.containsKey("token") != config.containsKey("tokenFile"),
                "exactly one of \"token\" and \"tokenFile\" is required: metrics are never served without");
        String token = config.containsKey("token")
                ? value(config, "token", String.class, "")
                : read(Path.of(value(config, "tokenFile", String.class, "")));
        String line = token.strip();
        check(!line.isEmpty(), "the token is empty");
        check(
                line.chars().noneMatch(Character::isISOControl),
                "the token holds a control character; it must be a line");
        return line;
    }

    private static String read(Path file) {
        try {
            check(!Files.exists(file) || Files.isRegularFile(file), "\"tokenFile\" " + file + " is not a regular file");
            return Files.readString(file);
        } catch (IOException e) {
            String reason = Files.exists(file) ? "" : ": there is no such file";
            throw new IllegalArgumentException(NAME + "\"tokenFile\" " + file + " cannot be read" + reason);
        }
    }

    private static List<String> strings(JsonArray array) {
        check(array.stream().allMatch(String.class::isInstance), "\"redactPatterns\" must hold strings");
        return array.stream().map(String.class::cast).toList();
    }

    private static <T> T value(JsonObject config, String key, Class<T> type, T otherwise) {
        Object value = config.getValue(key, otherwise);
        check(type.isInstance(value), "\"" + key + "\" must be of type " + type.getSimpleName());
        return type.cast(value);
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(NAME + otherwise);
        }
    }

    @Override
    public String toString() {
        return "StandaloneOptions[" + host + ":" + port + "]"; // not the token
    }
}
