package ai.openclaw.diagnostics.plugin;

import ai.openclaw.diagnostics.spi.GatewayContext;
import ai.openclaw.diagnostics.spi.GatewayPlugin;
import io.vertx.core.Deployable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Offers {@link DiagnosticsPrometheusVerticle} to Gateways that find their plugins by {@link java.util.ServiceLoader}. */
public final class DiagnosticsPrometheusPlugin implements GatewayPlugin {

    /** For the service loader. */
    public DiagnosticsPrometheusPlugin() {}

    @Override
    public String id() {
        return PrometheusExporter.ID;
    }

    @Override
    public String description() {
        return "Exposes the Gateway's diagnostics as Prometheus metrics.";
    }

    @Override
    public void check(Map<String, @Nullable Object> config, Map<String, String> environment) {
        ExporterOptions.defaults().with(config);
    }

    @Override
    public Deployable create(GatewayContext context) {
        ExporterOptions options = ExporterOptions.defaults()
                .withRedactPatterns(context.redactPatterns())
                .with(context.config());
        return DiagnosticsPrometheusVerticle.create(
                context.channel(), context.router(), context.authentication(), options);
    }
}
