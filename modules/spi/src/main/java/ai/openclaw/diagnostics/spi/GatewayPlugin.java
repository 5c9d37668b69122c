package ai.openclaw.diagnostics.spi;

import io.vertx.core.Deployable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a Gateway can deploy, found by {@link java.util.ServiceLoader}. Whether it is deployed is for the
 * Gateway's configuration to say.
 */
public interface GatewayPlugin {

    /** Returns the id by which the configuration names this plugin. */
    String id();

    /** Returns one sentence on what the plugin does, for listings. */
    String description();

    /**
     * Checks what {@link #create} would be given, so that the operator is told of every mistake with its place in the file: before
     * a start, and by {@code openclaw config check}. Must not change anything. Accepts everything unless it is overridden.
     *
     * @param config as {@link GatewayContext#config()}
     * @param environment the variables of the process
     * @throws ConfigProblemsException with all that is wrong
     */
    default void check(Map<String, @Nullable Object> config, Map<String, String> environment) {}

    /**
     * Returns what is to be deployed into a Gateway; called once for each start.
     *
     * @throws ConfigProblemsException if the configuration cannot be used
     */
    Deployable create(GatewayContext context);
}
