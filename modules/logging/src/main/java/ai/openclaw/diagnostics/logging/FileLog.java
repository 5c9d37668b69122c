package ai.openclaw.diagnostics.logging;

import ai.openclaw.diagnostics.logging.LogQueue.Entry;
import ai.openclaw.diagnostics.logging.LogQueue.Numbered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Writes entries into a log file on a separate thread, bounded in memory and on disk. That thread lays them out, too: a caller
 * hands over what does not change any more.
 *
 * <ol>
 *   <li>{@link #hasRoom} and {@link #write} never wait for the disk and never throw.
 *   <li>A line is in the file whole, in the order of the calls of one thread, or it is counted; the count itself is written as
 *       a line as soon as there is room.
 *   <li>When the file cannot be written, standard error (the alarm) says so once a minute, lines wait as far as there is room,
 *       and another try is made every ten seconds.
 * </ol>
 */
final class FileLog implements AutoCloseable {

    /** What is written at once. */
    static final int MAX_BATCH_BYTES = 64 << 10;

    private static final long WAIT_MS = 500;
    private static final long RETRY_MS = 10_000;
    private static final long STOP_MS = 2_000;

    /** Longer than another process may write into a file that was renamed. */
    private static final long GRACE_MS = 2_000;

    private final LogQueue queue = new LogQueue();
    private final LogFile file;
    private final LogArchives archives;
    private final LogFileOptions options;
    private final LongFunction<byte[]> lossLine;
    private final LogAlarm alarm;
    private final AtomicLong failed = new AtomicLong(); // beside those that found no room
    private final Thread writer = new Thread(this::run, "log-writer");
    private final Object progress = new Object();
    private volatile boolean closing;
    private long handled; // entries that are in the file or given up; guarded by progress
    private long told; // of the lost, how many the file says

    private FileLog(
            LogFileOptions options,
            LongFunction<byte[]> lossLine,
            Consumer<String> alarm,
            InstantSource clock,
            long graceMs) {
        this.options = options;
        this.lossLine = lossLine;
        this.alarm = new LogAlarm(options, RETRY_MS, alarm);
        this.archives = new LogArchives(options, alarm, clock, graceMs);
        this.file = new LogFile(options, archives, clock);
    }

    /**
     * Opens a log. The file itself is opened by the first line.
     *
     * @param lossLine makes the line, with its line end, that says how many lines were not written
     * @param alarm is told, at most once a minute, that the file cannot be written; must not log into this file
     */
    public static FileLog open(LogFileOptions options, LongFunction<byte[]> lossLine, Consumer<String> alarm) {
        return open(options, lossLine, alarm, InstantSource.system(), GRACE_MS);
    }

    /** As {@link #open(LogFileOptions, LongFunction, Consumer)}, with another clock for the names and ages of archives, and another time until
     * they are compressed. */
    static FileLog open(
            LogFileOptions options,
            LongFunction<byte[]> lossLine,
            Consumer<String> alarm,
            InstantSource clock,
            long graceMs) {
        FileLog log = new FileLog(options, lossLine, alarm, clock, graceMs);
        log.archives.tidy();
        log.writer.setDaemon(true);
        log.writer.start();
        return log;
    }

    /**
     * Tells whether an entry would find room; one that would not is counted, and need not be made. Any thread; takes some
     * nanoseconds.
     *
     * @param important whether it may still come in when less important ones find no room
     */
    boolean hasRoom(boolean important) {
        return queue.hasRoom(important);
    }

    /**
     * Has an entry written soon. Any thread; returns at once.
     *
     * @param important whether it may still come in when less important ones find no room
     */
    public void write(Entry entry, boolean important) {
        queue.offer(entry, important);
    }

    /** Waits until what was handed over so far is in the file, at most so long. */
    void flush(long maxMs) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(maxMs);
        long handedOver = queue.accepted();
        synchronized (progress) {
            for (long left; handled < handedOver && (left = end - System.nanoTime()) > 0; ) {
                progress.wait(Math.max(1, Math.min(WAIT_MS, TimeUnit.NANOSECONDS.toMillis(left))));
            }
        }
    }

    /** Returns how many lines were not written since the start. */
    public long notWritten() {
        return queue.lost() + failed.get();
    }

    /** Returns where the file is and how much room it may take. */
    public LogFileOptions options() {
        return options;
    }

    private void run() {
        try {
            while (!closing || !queue.isEmpty()) {
                List<Numbered> entries = queue.take(MAX_BATCH_BYTES, WAIT_MS);
                write(entries);
                done(entries.size());
            }
            write(List.of()); // how many were lost since
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    private void done(int entries) {
        synchronized (progress) {
            handled += entries;
            progress.notifyAll();
        }
    }

    /** Lays entries out and writes them, in batches of a bounded size, and then how many were lost meanwhile. */
    private void write(List<Numbered> entries) throws InterruptedException {
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        int lines = 0;
        for (Numbered entry : entries) {
            byte[] line = line(entry);
            if (lines > 0 && batch.size() + line.length > MAX_BATCH_BYTES) {
                write(ByteBuffer.wrap(batch.toByteArray()), lines);
                batch.reset();
                lines = 0;
            }
            batch.writeBytes(line);
            lines++;
        }
        long lost = queue.lost();
        if (lost > told) {
            batch.writeBytes(lossLine.apply(lost - told));
            told = lost;
        }
        if (batch.size() > 0) {
            write(ByteBuffer.wrap(batch.toByteArray()), lines);
        }
    }

    /** An entry that cannot be laid out, as a failure whose class is broken, must not end the log. */
    private byte[] line(Numbered entry) {
        try {
            return entry.entry().line(entry.number());
        } catch (RuntimeException | StackOverflowError e) {
            failed.incrementAndGet();
            return lossLine.apply(1);
        }
    }

    private void write(ByteBuffer batch, int lines) throws InterruptedException {
        while (true) {
            try {
                file.append(batch.rewind());
                return;
            } catch (IOException e) {
                alarm.raise(e);
            }
            if (closing) {
                failed.addAndGet(lines);
                return;
            }
            pause();
        }
    }

    /** Tries again now, if it waits to. */
    void retry() {
        synchronized (progress) {
            progress.notifyAll();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // a retry that comes early does no harm
    private void pause() throws InterruptedException {
        synchronized (progress) {
            if (!closing) {
                progress.wait(RETRY_MS);
            }
        }
    }

    /** Writes what is waiting, for at most two seconds, and ends the thread. */
    @Override
    public void close() {
        synchronized (progress) {
            closing = true;
            progress.notifyAll();
        }
        try {
            writer.join(STOP_MS);
            writer.interrupt();
            archives.close();
            file.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            alarm.raise(e);
        }
    }

    /** Returns a line of plain text that says how many lines were not written. */
    static byte[] textLossLine(long lost) {
        return (lost + " entries were not written\n").getBytes(StandardCharsets.UTF_8);
    }
}
