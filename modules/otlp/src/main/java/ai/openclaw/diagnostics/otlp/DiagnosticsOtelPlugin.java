package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.spi.GatewayContext;
import ai.openclaw.diagnostics.spi.GatewayPlugin;
import io.vertx.core.Deployable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Offers {@link DiagnosticsOtelVerticle} to Gateways that find their plugins by {@link java.util.ServiceLoader}. */
public final class DiagnosticsOtelPlugin implements GatewayPlugin {

    /** For the service loader. */
    public DiagnosticsOtelPlugin() {}

    @Override
    public String id() {
        return DiagnosticsOtelVerticle.ID;
    }

    @Override
    public String description() {
        return "Pushes the Gateway's diagnostics to an OpenTelemetry collector.";
    }

    @Override
    public void check(Map<String, @Nullable Object> config, Map<String, String> environment) {
        OtlpSettings.of(offUnlessEnabled(config), environment);
    }

    /** The context's configuration is the section {@code diagnostics.otel}; without {@code enabled: true} nothing is sent. */
    @Override
    public Deployable create(GatewayContext context) {
        return DiagnosticsOtelVerticle.create(
                context.channel(), offUnlessEnabled(context.config()), System.getenv(), context.redactPatterns());
    }

    private static Map<String, @Nullable Object> offUnlessEnabled(Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> config = new LinkedHashMap<>(given);
        if (!config.containsKey("enabled")) {
            config.put("enabled", false);
        }
        return config;
    }
}
