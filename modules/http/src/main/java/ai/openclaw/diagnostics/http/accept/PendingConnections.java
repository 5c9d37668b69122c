package ai.openclaw.diagnostics.http.accept;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one server that have not sent a whole request head, oldest first, and those that have and wait for an
 * event loop to take them up. When there is no room for a new one, the oldest one is closed, unless its
 * head has come meanwhile.
 *
 * <p>Probes go first, then those that have sent one request and wait for its answer, then those that have sent more: a probe
 * does not wait behind a flood of other requests. Of each kind there are at most {@value #MAX_READY}, in the order of a
 * {@link FairQueue}. On the acceptor's thread.
 */
final class PendingConnections {

    /** Room for a usual head: a longer one is read by and by, if it is not given up before. */
    private static final int READ_BYTES = 2 * 1024;

    /** With more incomplete ones, each is read once and again at the next check, so that new ones are accepted meanwhile. */
    private static final int CROWD = 128;

    static final int MAX_READY = 512;

    private final AcceptLimits limits;
    private final Runnable complete;
    private final Set<PendingConnection> incomplete = new LinkedHashSet<>();
    private final FairQueue<PendingConnection> probes = new FairQueue<>();
    private final FairQueue<PendingConnection> single = new FairQueue<>();
    private final FairQueue<PendingConnection> pipelined = new FairQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
    private long bytes; // of the incomplete ones

    /** @param complete is told that {@link #pollReady()} will return one */
    PendingConnections(AcceptLimits limits, Runnable complete) {
        this.limits = limits;
        this.complete = complete;
    }

    /** Returns an empty buffer that all may read into. */
    ByteBuffer buffer() {
        return buffer.clear();
    }

    void add(PendingConnection connection) {
        incomplete.add(connection);
        if (incomplete.size() > limits.connections()) {
            replaceOldest();
        }
    }

    /** Closes the oldest, unless its request has come and was not read yet: many may have been accepted at once since. */
    private void replaceOldest() {
        PendingConnection oldest = incomplete.iterator().next();
        if (oldest.first().size() == 0) {
            oldest.read();
        }
        if (incomplete.contains(oldest)) {
            close(oldest);
        }
    }

    /** Takes notice of bytes that a connection has sent, and of how much more memory they take. */
    void grown(PendingConnection connection, int more) {
        bytes += more;
        if (connection.first().isComplete()) {
            forget(connection);
            connection.detach();
            ready(connection);
        } else if (incomplete.size() > CROWD) {
            connection.pause();
        }
        while (bytes > limits.bytes() && closeOldest()) {
            // until there is room
        }
    }

    private void ready(PendingConnection connection) {
        FairQueue<PendingConnection> queue = queueOf(connection.first());
        queue.add(connection.network(), connection);
        complete.run();
        if (queue.size() > MAX_READY) {
            queue.removeOldest().closeNow();
        }
    }

    private FairQueue<PendingConnection> queueOf(FirstBytes first) {
        if (!first.isSingle()) {
            return pipelined;
        }
        return limits.probes().stream().anyMatch(first::beginWith) ? probes : single;
    }

    /** Returns the complete connection that is next, or null. */
    @Nullable
    PendingConnection pollReady() {
        FairQueue<PendingConnection> queue = probes.isEmpty() ? single : probes;
        return (queue.isEmpty() ? pipelined : queue).poll();
    }

    /** Closes the incomplete connection that came first, if there is one. */
    boolean closeOldest() {
        if (incomplete.isEmpty()) {
            return false;
        }
        close(incomplete.iterator().next());
        return true;
    }

    void close(PendingConnection connection) {
        forget(connection);
        connection.closeNow();
    }

    private void forget(PendingConnection connection) {
        if (incomplete.remove(connection)) {
            bytes -= connection.first().size();
        }
    }

    /** Closes those whose first bytes have taken too long, and reads on from the others; to be called now and then. */
    void check() {
        long nanos = limits.timeout().toNanos();
        while (!incomplete.isEmpty() && incomplete.iterator().next().isOlderThan(nanos)) {
            closeOldest();
        }
        incomplete.forEach(PendingConnection::resume);
    }

    void closeAll() {
        List.copyOf(incomplete).forEach(this::close);
        for (PendingConnection next = pollReady(); next != null; next = pollReady()) {
            next.closeNow();
        }
    }
}
