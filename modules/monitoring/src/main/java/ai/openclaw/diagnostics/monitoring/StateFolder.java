package ai.openclaw.diagnostics.monitoring;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches whether the state directory can be written and has room, every ten seconds on a worker thread. A directory that is not
 * there, or could not be written at the start, is not watched: such a Gateway keeps nothing there. Any thread may ask.
 */
public final class StateFolder implements AutoCloseable {

    static final long MIN_FREE_BYTES = 16L << 20;

    private static final System.Logger LOG = System.getLogger(StateFolder.class.getName());
    private static final long CHECK_MS = 10_000;

    /** Reads how much room a folder has. */
    interface Room {
        long bytes(Path folder) throws IOException;
    }

    private final Vertx vertx;
    private final Path folder;
    private final Room room;
    private final AtomicInteger checking = new AtomicInteger();
    private final AtomicBoolean usable = new AtomicBoolean(true);
    private long timer;

    private StateFolder(Vertx vertx, Path folder, Room room) {
        this.vertx = vertx;
        this.folder = folder;
        this.room = room;
    }

    /** Starts to watch a folder. */
    public static StateFolder watch(Vertx vertx, Path folder) {
        return watch(vertx, folder, at -> Files.getFileStore(at).getUsableSpace(), CHECK_MS);
    }

    static StateFolder watch(Vertx vertx, Path folder, Room room, long everyMs) {
        StateFolder watched = new StateFolder(vertx, folder, room);
        if (Files.isDirectory(folder) && Files.isWritable(folder)) {
            watched.check();
            watched.timer = vertx.setPeriodic(everyMs, tick -> watched.checkOnWorker());
        }
        return watched;
    }

    /** Tells what the last check found. */
    public boolean isUsable() {
        return usable.get();
    }

    /** A check that is still not done, as on a network file system that is gone, is a failure too. */
    private void checkOnWorker() {
        if (checking.getAndIncrement() > 0) {
            found(false, "does not answer");
            return;
        }
        vertx.executeBlocking(this::checked, false).onComplete(done -> checking.set(0));
    }

    private boolean checked() {
        check();
        return true;
    }

    private void check() {
        try {
            long free = room.bytes(folder);
            if (!Files.isWritable(folder)) {
                found(false, "cannot be written");
            } else {
                found(free >= MIN_FREE_BYTES, "has less than 16 MiB free");
            }
        } catch (IOException e) {
            found(false, "cannot be read");
        }
    }

    private void found(boolean now, String problem) {
        if (usable.getAndSet(now) != now) {
            LOG.log(
                    now ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                    "The state directory" + (now ? " can be used again." : " " + problem + "; not ready."));
        }
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
