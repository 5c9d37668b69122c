package ai.openclaw.diagnostics.monitoring;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;

/** What publishes the condition of this process, beside that of its event loop: its memory, and garbage collections. */
public final class ProcessMonitors implements AutoCloseable {

    private final MemoryMonitor memory;
    private final GarbageCollectionMonitor collections;

    private ProcessMonitors(DiagnosticsChannel channel) {
        this.memory = MemoryMonitor.start(channel);
        this.collections = GarbageCollectionMonitor.start(channel);
    }

    /** Starts to publish on a channel; what should get the first memory sample has subscribed before. */
    public static ProcessMonitors start(DiagnosticsChannel channel) {
        return new ProcessMonitors(channel);
    }

    /** Ends all of them; closing twice does nothing. */
    @Override
    public void close() {
        memory.close();
        collections.close();
    }
}
