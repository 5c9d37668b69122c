package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.spi.GatewayContext;
import ai.openclaw.diagnostics.spi.GatewayPlugin;
import io.vertx.core.Deployable;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** The context's configuration is the section {@code diagnostics.otel}; without {@code enabled: true} nothing is sent. */
    @Override
    public Deployable create(GatewayContext context) {
        Map<String, Object> config = new LinkedHashMap<>(context.config());
        config.putIfAbsent("enabled", false);
        return DiagnosticsOtelVerticle.create(context.channel(), config, System.getenv(), context.redactPatterns());
    }
}
