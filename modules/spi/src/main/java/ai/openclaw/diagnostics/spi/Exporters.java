package ai.openclaw.diagnostics.spi;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The exporters of a channel that tell how they do. Thread-safe.
 *
 * <p>What registers on a channel's {@link DiagnosticsChannel#untrusted() untrusted} view, as third-party plugins do, is not
 * seen on the channel.
 */
public final class Exporters {

    private final List<Supplier<ExporterStatus>> exporters = new CopyOnWriteArrayList<>();

    private Exporters() {}

    /** Returns the exporters of a channel. */
    public static Exporters of(DiagnosticsChannel channel) {
        return channel.shared(Exporters.class, Exporters::new);
    }

    /**
     * Adds an exporter until the result is closed.
     *
     * @param status asked on any thread; must not block
     */
    public Subscription add(Supplier<ExporterStatus> status) {
        exporters.add(status);
        return () -> exporters.remove(status);
    }

    /** Returns how each exporter does, in the order in which they were added. */
    public List<ExporterStatus> statuses() {
        return exporters.stream().map(Supplier::get).toList();
    }
}
