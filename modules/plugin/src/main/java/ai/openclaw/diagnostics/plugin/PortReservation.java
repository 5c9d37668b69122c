package ai.openclaw.diagnostics.plugin;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;

/**
 * Reserves a port for one exporter of a Vert.x instance. Without it a second server on the port would start, since servers
 * of one Vert.x share a port, and scrapes would alternate between two exporters with different counts.
 */
final class PortReservation implements AutoCloseable {

    private static final String NAME = "ai.openclaw.diagnostics.exporter-ports";

    private final LocalMap<String, Boolean> reserved;
    private final String address;

    private PortReservation(LocalMap<String, Boolean> reserved, String address) {
        this.reserved = reserved;
        this.address = address;
    }

    /**
     * Reserves a port until the reservation is closed; port 0 is any free one, so it is never taken.
     *
     * @throws IllegalStateException if another exporter of this Vert.x instance has it
     */
    static PortReservation of(Vertx vertx, String host, int port) {
        LocalMap<String, Boolean> reserved = vertx.sharedData().getLocalMap(NAME);
        String address = host + ":" + port;
        if (port != 0 && reserved.putIfAbsent(address, true) != null) {
            throw new IllegalStateException("StandaloneExporterVerticle: another exporter in this process listens on "
                    + address + ". Deploy one instance, or set \"port\" to another port.");
        }
        return new PortReservation(reserved, address);
    }

    @Override
    public void close() {
        reserved.remove(address);
    }
}
