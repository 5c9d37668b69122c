package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.plugin.GatewayContext;
import ai.openclaw.diagnostics.plugin.GatewayPlugin;
import io.vertx.core.Deployable;

/** A plugin that did not come with the Gateway: what it publishes is untrusted, so none of it is counted. */
final class ForeignPlugin implements GatewayPlugin {

    private final GatewayPlugin plugin;

    ForeignPlugin(GatewayPlugin plugin) {
        this.plugin = plugin;
    }

    @Override
    public String id() {
        return plugin.id();
    }

    @Override
    public String description() {
        return plugin.description();
    }

    @Override
    public Deployable create(GatewayContext context) {
        return plugin.create(new GatewayContext(
                context.channel().untrusted(), context.router(), context.authentication(), context.redactPatterns()));
    }
}
