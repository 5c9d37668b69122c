package ai.openclaw.diagnostics.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps other threads and processes from changing a file while this one reads, changes and writes it. The lock is on a
 * file beside it, {@code .NAME.lock}, which stays; the system releases it when a process ends, however that comes.
 */
public final class FileLock {

    private static final Set<StandardOpenOption> OPTIONS = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    private static final ReentrantLock IN_PROCESS = new ReentrantLock();

    private FileLock() {}

    /**
     * Waits until no other holds the lock of a file, and holds it while a change is made.
     *
     * @throws IOException if the file beside it cannot be made or locked
     */
    public static <T> T hold(Path file, Supplier<T> change) throws IOException {
        IN_PROCESS.lock();
        try (FileChannel channel = open(file)) {
            channel.lock(); // until it is closed
            return change.get();
        } finally {
            IN_PROCESS.unlock();
        }
    }

    private static FileChannel open(Path file) throws IOException {
        Path beside = file.resolveSibling("." + FilePaths.name(file) + ".lock");
        boolean made = !Files.exists(beside);
        FileChannel channel = FileChannel.open(beside, OPTIONS, AtomicFile.ownerOnly(beside));
        if (made) {
            FileOwner.forReplacing(file).takeOver(beside, false);
        }
        return channel;
    }
}
