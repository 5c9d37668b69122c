package ai.openclaw.diagnostics.plugin;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one instance of a verticle be deployed once. Vert.x deploys an instance as often as it is asked to, and starts it
 * each time.
 *
 * <p>Thread-safe.
 */
final class SingleDeployment {

    private final AtomicBoolean begun = new AtomicBoolean();

    /**
     * Begins the deployment of a verticle; call it first in its {@code start}.
     *
     * @throws IllegalStateException if it began before; thrown from {@code start} it fails the second deployment and
     *     leaves the first one as it is
     */
    void begin(Class<?> verticle) {
        if (!begun.compareAndSet(false, true)) {
            throw new IllegalStateException(verticle.getSimpleName()
                    + ": this instance has been deployed before. Deploy a new instance: each is deployed once.");
        }
    }
}
