package com.example.greeter;

import ai.openclaw.diagnostics.spi.GatewayContext;
import ai.openclaw.diagnostics.spi.GatewayPlugin;
import io.vertx.core.Deployable;

/** What the Gateway finds: it knows the plugin's id, and makes what is deployed. */
public final class GreeterPlugin implements GatewayPlugin {

    /** For the service loader. */
    public GreeterPlugin() {}

    @Override
    public String id() {
        return "greeter";
    }

    @Override
    public String description() {
        return "Greets callers with the operator's credential at /greeter.";
    }

    @Override
    public Deployable create(GatewayContext context) {
        return new GreeterVerticle(context);
    }
}
