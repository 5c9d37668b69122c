package ai.openclaw.diagnostics.http.accept;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one server that have not sent a whole request head, oldest first, and those that have and wait for an
 * event loop to take them up. When there is no room for a new one, the oldest incomplete one is closed. On the acceptor's
 * thread.
 */
final class PendingConnections {

    private static final int READ_BYTES = 16 * 1024;

    private final AcceptLimits limits;
    private final Consumer<PendingConnection> complete;
    private final Set<PendingConnection> incomplete = new LinkedHashSet<>();
    private final Deque<PendingConnection> ready = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
    private long bytes;

    /** @param complete is told of a connection that {@link #pollReady()} will return */
    PendingConnections(AcceptLimits limits, Consumer<PendingConnection> complete) {
        this.limits = limits;
        this.complete = complete;
    }

    /** Returns an empty buffer that all may read into. */
    ByteBuffer buffer() {
        return buffer.clear();
    }

    /** Tells whether a new connection can be taken in. */
    boolean hasRoom() {
        return ready.size() < limits.connections();
    }

    void add(PendingConnection connection) {
        incomplete.add(connection);
        if (incomplete.size() + ready.size() > limits.connections()) {
            closeOldest();
        }
    }

    /** Takes notice of bytes that a connection has sent, and of how much more memory they take. */
    void grown(PendingConnection connection, int more) {
        bytes += more;
        if (connection.first().isComplete()) {
            incomplete.remove(connection);
            connection.detach();
            ready.add(connection);
            complete.accept(connection);
        }
        while (bytes > limits.bytes() && closeOldest()) {
            // until there is room
        }
    }

    /** Returns the complete connection that has waited longest and forgets it, or returns null. */
    @Nullable
    PendingConnection pollReady() {
        PendingConnection next = ready.poll();
        if (next != null) {
            bytes -= next.first().size();
        }
        return next;
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
        if (incomplete.remove(connection) || ready.remove(connection)) {
            bytes -= connection.first().size();
        }
        connection.closeNow();
    }

    /** Closes those whose first bytes have taken too long. */
    void closeOverdue() {
        long nanos = limits.timeout().toNanos();
        while (!incomplete.isEmpty() && incomplete.iterator().next().isOlderThan(nanos)) {
            closeOldest();
        }
    }

    void closeAll() {
        List.copyOf(incomplete).forEach(this::close);
        List.copyOf(ready).forEach(this::close);
    }
}
