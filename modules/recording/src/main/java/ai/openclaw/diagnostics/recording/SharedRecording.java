package ai.openclaw.diagnostics.recording;

import ai.openclaw.diagnostics.catalog.Catalog;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Subscription;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one recording of a channel's events, whatever the number of exporters that read it: the first lease begins it, the last
 * one that is closed ends it, and the next begins anew from zero. It shows the exporter's identity where the profile has it.
 *
 * <p>Thread-safe.
 */
public final class SharedRecording {

    private final DiagnosticsChannel channel;
    private int leases;
    private @Nullable Active active;
    private @Nullable Subscription subscription;

    private SharedRecording(DiagnosticsChannel channel) {
        this.channel = channel;
    }

    /** Returns the recording of a channel. */
    public static SharedRecording of(DiagnosticsChannel channel) {
        return channel.shared(SharedRecording.class, () -> new SharedRecording(channel));
    }

    /**
     * Begins to record, unless another exporter did so already: then its store is used, and its catalog and policy are in force.
     *
     * @param catalog the families of the profile
     * @param policy which label values are let through
     * @throws IllegalStateException if the recording is of another profile
     */
    public synchronized Lease open(Catalog catalog, LabelPolicy policy) {
        Active current = active;
        if (current == null) {
            SeriesStore store = SeriesStore.create(catalog, SeriesStore.DEFAULT_MAX_SERIES);
            if (channel.isEnabled()) {
                ExporterIdentity.show(store);
            }
            current = new Active(store, EventRecorder.create(store, policy, channel.rejections()));
            subscription = channel.subscribe(current.recorder());
            active = current;
        } else if (current.store().catalog().profile() != catalog.profile()) {
            throw new IllegalStateException("another exporter of this channel has the profile "
                    + current.store().catalog().profile().text() + "; all exporters of a channel have the same");
        }
        leases++;
        return new Lease(current.store());
    }

    /** Returns what is being recorded, empty while no exporter has it open. */
    public synchronized Optional<Active> active() {
        return Optional.ofNullable(active);
    }

    /**
     * A recording that is under way.
     *
     * @param store where events are counted
     * @param recorder counts them
     */
    public record Active(SeriesStore store, EventRecorder recorder) {}

    private synchronized void release() {
        if (--leases == 0) {
            if (subscription != null) {
                subscription.close();
            }
            subscription = null;
            active = null;
        }
    }

    /** An exporter's share in the recording. */
    public final class Lease implements AutoCloseable {

        private final SeriesStore store;
        private boolean closed;

        private Lease(SeriesStore store) {
            this.store = store;
        }

        /** Returns where events are counted while the lease is open. */
        public SeriesStore store() {
            return store;
        }

        /** Gives the share back; a second time does nothing. */
        @Override
        public void close() {
            synchronized (SharedRecording.this) {
                if (!closed) {
                    closed = true;
                    release();
                }
            }
        }
    }
}
