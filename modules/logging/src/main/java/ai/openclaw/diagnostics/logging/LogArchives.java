package ai.openclaw.diagnostics.logging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * What was the active file once: renamed, then compressed on a separate thread, and deleted when there are too many, they are
 * too large or too old. Another process may write into a file for a second after it was renamed, so it is compressed later. Names hold their time, {@code openclaw-20261127T130000.000Z.log.gz}, so they sort by age.
 */
final class LogArchives implements AutoCloseable {

    private static final String PLAIN = ".log";
    private static final String COMPRESSED = ".log.gz";
    private static final String UNFINISHED = ".tmp";
    private static final Pattern BY_PROCESS = Pattern.compile("\\.(\\d{1,10})\\.tmp$");
    private static final long PID = ProcessHandle.current().pid();

    private final LogFileOptions options;
    private final InstantSource clock;
    private final Path folder;
    private final String prefix;
    private final Consumer<String> alarm;
    private final long graceMs;
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "log-archives");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param graceMs how long a file that was renamed may still be written into; what is younger when this is closed the next
     *     start compresses
     */
    LogArchives(LogFileOptions options, Consumer<String> alarm, InstantSource clock, long graceMs) {
        this.graceMs = graceMs;
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.options = options;
        this.clock = clock;
        this.folder = Objects.requireNonNull(options.file().getParent());
        String name = options.file().getFileName().toString();
        this.prefix = (name.endsWith(PLAIN) ? name.substring(0, name.length() - PLAIN.length()) : name) + "-";
        this.alarm = alarm;
    }

    /** Returns the name of a file that was moved aside at a time. */
    Path name(String time, int number) {
        return folder.resolve(prefix + time + (number == 0 ? "" : "-" + number) + PLAIN);
    }

    /** Compresses what was moved aside, and deletes what is too much. Returns at once. */
    void add(Path movedAside) {
        worker.execute(this::prune);
        compressLater(movedAside, graceMs);
    }

    /** Does the same for whatever an earlier process left. */
    void tidy() {
        worker.execute(() -> {
            files(UNFINISHED).stream().filter(LogArchives::isAbandoned).forEach(this::delete);
            prune();
            for (Path plain : files(PLAIN)) {
                long age = Duration.between(modified(plain), Instant.now()).toMillis();
                if (age >= graceMs) {
                    compress(plain);
                } else {
                    compressLater(plain, graceMs - age);
                }
            }
            prune();
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the task tells its failures by the alarm
    private void compressLater(Path plain, long delayMs) {
        Runnable task = () -> {
            compress(plain);
            prune();
        };
        try {
            if (delayMs <= 0) {
                worker.execute(task);
            } else {
                worker.schedule(task, delayMs, TimeUnit.MILLISECONDS);
            }
        } catch (RejectedExecutionException closed) {
            // the next start finds it
        }
    }

    /** Each process has its own, by its number; one without a process is of a process that was killed. */
    private static boolean isAbandoned(Path unfinished) {
        Matcher name = BY_PROCESS.matcher(unfinished.getFileName().toString());
        return !name.find()
                || Long.parseLong(name.group(1)) == PID
                || ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private void compress(Path plain) {
        if (options.keepFiles() == 0) {
            delete(plain);
            return;
        }
        Path compressed = plain.resolveSibling(plain.getFileName() + ".gz");
        Path unfinished = plain.resolveSibling(plain.getFileName() + "." + PID + UNFINISHED);
        try (InputStream in = Files.newInputStream(plain);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished), 64 << 10)) {
            if (in.transferTo(out) < size(plain)) {
                delete(unfinished);
                compressLater(plain, graceMs); // it is still written into
                return;
            }
        } catch (NoSuchFileException gone) { // another process has compressed or deleted it
            delete(unfinished);
            return;
        } catch (IOException e) {
            alarm.accept("The log archive " + plain + " could not be compressed: " + reason(e));
            delete(unfinished);
            return;
        }
        try {
            Files.move(unfinished, compressed, StandardCopyOption.ATOMIC_MOVE);
            delete(plain);
        } catch (IOException e) {
            alarm.accept("The log archive " + compressed + " could not be made: " + reason(e));
        }
    }

    /** The newest are kept: as many, as large in all and as old as the options say. */
    private void prune() {
        List<Path> newestFirst = new ArrayList<>(files(COMPRESSED));
        newestFirst.addAll(files(PLAIN));
        newestFirst.sort(Comparator.comparing((Path file) -> file.getFileName().toString())
                .reversed());
        long room = options.maxFileBytes() * options.keepFiles();
        Instant oldest = clock.instant().minus(Duration.ofDays(options.keepDays()));
        for (int i = 0; i < newestFirst.size(); i++) {
            Path file = newestFirst.get(i);
            room -= size(file);
            if (i >= options.keepFiles() || room < 0 || modified(file).isBefore(oldest)) {
                delete(file);
            }
        }
    }

    private List<Path> files(String ending) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.startsWith(prefix) && name.endsWith(ending)) {
                    found.add(file);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException absent) {
            return List.of();
        }
        return found;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
        }
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            alarm.accept("The log archive " + file + " could not be deleted: " + reason(e));
        }
    }

    static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /** Waits for what is being compressed, for at most two seconds; what is not done by then the next start finds. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(2, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
