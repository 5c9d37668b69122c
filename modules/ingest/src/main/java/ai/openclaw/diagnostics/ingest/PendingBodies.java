package ai.openclaw.diagnostics.ingest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Bounds the bodies that are on their way: how many, and how many bytes. Thread-safe. */
final class PendingBodies {

    private int requests;
    private int bytes;

    /**
     * Reserves room for the body of a request: as much as it announces, or the most that is allowed.
     *
     * @return null if there is no room
     * @throws IngestException with 413 if it announces too much
     */
    @Nullable
    Room reserve(HttpServerRequest request) {
        int size = size(request.getHeader(HttpHeaders.CONTENT_LENGTH));
        synchronized (this) {
            if (requests == IngestLimits.MAX_PENDING_REQUESTS || bytes + size > IngestLimits.MAX_PENDING_BYTES) {
                return null;
            }
            requests++;
            bytes += size;
            return new Room(size);
        }
    }

    private static int size(@Nullable String announced) {
        if (announced == null || !announced.matches("[0-9]{1,18}")) {
            return IngestLimits.MAX_BODY_BYTES;
        }
        if (Long.parseLong(announced) > IngestLimits.MAX_BODY_BYTES) {
            throw BatchText.tooLarge();
        }
        return Integer.parseInt(announced);
    }

    private synchronized void release(int size) {
        requests--;
        bytes -= size;
    }

    /** A reservation. */
    final class Room {
        private final int size;

        private Room(int size) {
            this.size = size;
        }

        /** Returns how many bytes the body may have. */
        int size() {
            return size;
        }

        /** Gives the room back, once. */
        void release() {
            PendingBodies.this.release(size);
        }
    }
}
