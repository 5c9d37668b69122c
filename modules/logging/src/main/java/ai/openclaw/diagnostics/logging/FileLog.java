package ai.openclaw.diagnostics.logging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Writes lines into a log file on a separate thread, bounded in memory and on disk.
 *
 * <ol>
 *   <li>{@link #write} never waits for the disk and never throws.
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
    private static final long ALARM_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LogQueue queue = new LogQueue();
    private final LogFile file;
    private final LogArchives archives;
    private final LogFileOptions options;
    private final LongFunction<byte[]> lossLine;
    private final Consumer<String> alarm;
    private final AtomicLong notWritten = new AtomicLong();
    private final Thread writer = new Thread(this::run, "log-writer");
    private final Object progress = new Object();
    private volatile boolean closing;
    private volatile boolean idle = true;
    private long alarmed = System.nanoTime() - ALARM_NANOS;

    private FileLog(LogFileOptions options, LongFunction<byte[]> lossLine, Consumer<String> alarm) {
        this.options = options;
        this.lossLine = lossLine;
        this.alarm = alarm;
        this.archives = new LogArchives(options, alarm);
        this.file = new LogFile(options, archives);
    }

    /**
     * Opens a log. The file itself is opened by the first line.
     *
     * @param lossLine makes the line, with its line end, that says how many lines were not written
     * @param alarm is told, at most once a minute, that the file cannot be written; must not log into this file
     */
    public static FileLog open(LogFileOptions options, LongFunction<byte[]> lossLine, Consumer<String> alarm) {
        FileLog log = new FileLog(options, lossLine, alarm);
        log.archives.tidy();
        log.writer.setDaemon(true);
        log.writer.start();
        return log;
    }

    /**
     * Has a line written soon. Any thread; returns at once.
     *
     * @param line with its line end; not changed by the caller afterwards
     * @param important whether it may still come in when less important ones find no room
     */
    public void write(byte[] line, boolean important) {
        queue.offer(line, important);
    }

    /** Waits until what was handed over so far is in the file, at most so long. */
    void flush(long maxMs) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(maxMs);
        synchronized (progress) {
            for (long left; !(queue.isEmpty() && idle) && (left = end - System.nanoTime()) > 0; ) {
                progress.wait(Math.max(1, Math.min(WAIT_MS, TimeUnit.NANOSECONDS.toMillis(left))));
            }
        }
    }

    /** Returns how many lines were not written since the start. */
    public long notWritten() {
        return notWritten.get();
    }

    /** Returns where the file is and how much room it may take. */
    public LogFileOptions options() {
        return options;
    }

    private void run() {
        try {
            while (!closing || !queue.isEmpty()) {
                byte[][] lines = queue.take(MAX_BATCH_BYTES, WAIT_MS);
                long lost = queue.takeLost();
                if (lines.length > 0 || lost > 0) {
                    idle = false;
                    write(batch(lines, lost), lines.length);
                }
                done();
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    private void done() {
        synchronized (progress) {
            idle = true;
            progress.notifyAll();
        }
    }

    private ByteBuffer batch(byte[][] lines, long lost) {
        notWritten.addAndGet(lost);
        byte[] loss = lost > 0 ? lossLine.apply(lost) : new byte[0];
        int size = loss.length;
        for (byte[] line : lines) {
            size += line.length;
        }
        ByteBuffer batch = ByteBuffer.allocate(size);
        for (byte[] line : lines) {
            batch.put(line);
        }
        return batch.put(loss).flip();
    }

    private void write(ByteBuffer batch, int lines) throws InterruptedException {
        while (true) {
            try {
                file.append(batch.rewind());
                return;
            } catch (IOException e) {
                raise(e);
            }
            if (closing) {
                notWritten.addAndGet(lines);
                return;
            }
            pause();
        }
    }

    private void raise(IOException e) {
        long now = System.nanoTime();
        if (now - alarmed >= ALARM_NANOS) {
            alarmed = now;
            alarm.accept(String.format(
                    Locale.ROOT,
                    "The log file %s cannot be written: %s. Trying again every %d s; entries that find no room are counted.",
                    options.file(),
                    LogArchives.reason(e),
                    RETRY_MS / 1000));
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
            raise(e);
        }
    }

    /** Returns a line of plain text that says how many lines were not written. */
    static byte[] textLossLine(long lost) {
        return (lost + " entries were not written\n").getBytes(StandardCharsets.UTF_8);
    }
}
