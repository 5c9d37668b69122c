package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.policy.LabelPolicy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The attributes of the resource, which everything that is sent has in common: the service's, and those that the operator names.
 * Nothing that would say on which host, as which process, as which user or in which folder this is.
 */
final class ResourceAttributes {

    private static final String NAME = "service.name";
    private static final String INSTANCE = "service.instance.id";
    private static final int MAX_CHARS = 255;

    /** Words between the dots of a key that say it. */
    private static final Set<String> REFUSED = Set.of(
            "host",
            "hostname",
            "node",
            "device",
            "container",
            "process",
            "thread",
            "os",
            "user",
            "username",
            "enduser",
            "client",
            "server",
            "network",
            "net",
            "source",
            "destination",
            "path",
            "file",
            "directory",
            "dir",
            "cwd",
            "home",
            "url",
            "session");

    private ResourceAttributes() {}

    /**
     * Reads them.
     *
     * @param source {@code serviceName} counts before {@code OTEL_SERVICE_NAME}, and that before {@code OTEL_RESOURCE_ATTRIBUTES}
     */
    static Map<String, String> of(OtlpSource source) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(NAME, "openclaw");
        attributes.put(INSTANCE, UUID.randomUUID().toString());
        String version = version();
        if (!version.isEmpty()) {
            attributes.put("service.version", version);
        }
        OtlpSource.Found pairs = source.found("OTEL_RESOURCE_ATTRIBUTES");
        if (pairs != null) {
            source.check(() -> Pairs.parse(pairs).forEach((key, value) -> {
                if (isSent(key, value)) {
                    attributes.put(key, value);
                }
            }));
        }
        OtlpSource.Found name = source.found("OTEL_SERVICE_NAME");
        if (name != null) {
            attributes.put(NAME, name.text());
        }
        String configured = source.text("serviceName");
        if (configured != null) {
            attributes.put(NAME, configured);
        }
        attributes.put("telemetry.sdk.language", "java");
        return attributes;
    }

    /** Returns the version of this module, or the empty string on the class path. */
    private static String version() {
        java.lang.module.ModuleDescriptor descriptor =
                ResourceAttributes.class.getModule().getDescriptor();
        return descriptor == null ? "" : descriptor.rawVersion().orElse("");
    }

    private static boolean isSent(String key, String value) {
        boolean refused =
                Arrays.stream(key.toLowerCase(Locale.ROOT).split("[._]")).anyMatch(REFUSED::contains);
        boolean path =
                value.startsWith("/") || value.startsWith("~") || value.contains("\\") || value.startsWith("file:");
        boolean identity = key.equals(INSTANCE) || key.endsWith(".uid"); // random by nature
        boolean secret = !identity && LabelPolicy.looksLikeSecret(value);
        boolean control = (key + value).chars().anyMatch(Character::isISOControl);
        return !refused && !path && !secret && !control && value.length() <= MAX_CHARS;
    }
}
