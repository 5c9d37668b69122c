package ai.openclaw.diagnostics.spi;

import io.vertx.core.Deployable;

/**
 * Something that a Gateway can deploy, found by {@link java.util.ServiceLoader}. Whether it is deployed is for the
 * Gateway's configuration to say.
 */
public interface GatewayPlugin {

    /** Returns the id by which the configuration names this plugin. */
    String id();

    /** Returns one sentence on what the plugin does, for listings. */
    String description();

    /** Returns what is to be deployed into a Gateway; called once for each start. */
    Deployable create(GatewayContext context);
}
