package ai.openclaw.diagnostics.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed over is in the files or counted, and the files stay within their bound. */
class FileLogTest {

    private static final long FLUSH_MS = 60_000;

    @TempDir
    private Path folder;

    private final List<String> alarms = new CopyOnWriteArrayList<>();

    private FileLog open(LogFileOptions options) {
        return FileLog.open(options, FileLog::textLossLine, alarms::add, InstantSource.system(), 0);
    }

    private Path active() {
        return folder.resolve("logs/openclaw.log");
    }

    private static TextLine line(String text) {
        return new TextLine(text);
    }

    /** All lines of archives and active file, oldest first. */
    private List<String> everything() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(active().getParent())) {
            files = new ArrayList<>(
                    listed.filter(file -> !file.equals(active())).sorted().toList());
        }
        if (Files.exists(active())) {
            files.add(active());
        }
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            InputStream in = Files.newInputStream(file);
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            }
        }
        return lines;
    }

    private long bytesOnDisk() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(active().getParent())) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    @Test
    void linesAreWrittenInOrderIntoAFileForItsOwnerOnly() throws Exception {
        try (FileLog log = open(LogFileOptions.of(active()))) {
            for (int i = 0; i < 1_000; i++) {
                log.write(line("line " + i), true);
            }
            log.flush(FLUSH_MS);
            assertThat(everything()).hasSize(1_000).startsWith("line 0").endsWith("line 999");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(active())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(active().getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFloodIsWrittenOrCountedAndStaysWithinItsBound() throws Exception {
        LogFileOptions options = new LogFileOptions(active(), 1 << 20, 3, 7);
        int lines = 1_000_000;
        try (FileLog log = open(options)) {
            for (int i = 0; i < lines; i++) {
                log.write(line("flood " + i), i % 2 == 0);
            }
            log.flush(FLUSH_MS);
            log.write(line("the last one"), true);
        }
        assertThat(bytesOnDisk()).isLessThanOrEqualTo(options.maxFileBytes() * (1 + options.keepFiles()));
        assertThat(everything()).endsWith("the last one");
    }

    @Test
    void whatIsNotInTheFilesIsCountedInThem() throws Exception {
        LogFileOptions options = new LogFileOptions(active(), 64 << 20, 3, 7);
        int lines = 300_000;
        try (FileLog log = open(options)) {
            for (int i = 0; i < lines; i++) {
                log.write(line("n " + i), true);
            }
            log.flush(FLUSH_MS);
        }
        long written = 0;
        long counted = 0;
        for (String text : everything()) {
            if (text.startsWith("n ")) {
                written++;
            } else {
                counted += Long.parseLong(text.split(" ")[0]);
            }
        }
        assertThat(written + counted).isEqualTo(lines);
    }

    @Test
    void aRotatedFileIsCompressedAndTheNameStays() throws Exception {
        LogFileOptions options = new LogFileOptions(active(), FileLog.MAX_BATCH_BYTES, 5, 7);
        try (FileLog log = open(options)) {
            for (int i = 0; i < 20_000; i++) {
                log.write(line("some text to be rotated " + i), true);
                if (i % 1_000 == 0) {
                    log.flush(FLUSH_MS);
                }
            }
            log.flush(FLUSH_MS);
        }
        try (Stream<Path> files = Files.list(active().getParent())) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names).hasSize(6).endsWith("openclaw.log");
            assertThat(names.subList(0, 5))
                    .allMatch(name -> name.matches("openclaw-\\d{8}T\\d{6}\\.\\d{3}Z(-\\d+)?\\.log\\.gz"));
        }
        assertThat(everything()).endsWith("some text to be rotated 19999");
    }

    @Test
    void aFileThatWasRenamedIsOpenedAnew() throws Exception {
        try (FileLog log = open(LogFileOptions.of(active()))) {
            log.write(line("before"), true);
            log.flush(FLUSH_MS);
            Files.move(active(), folder.resolve("logs/openclaw.log.1"));
            while (!Files.exists(active())) { // within a second, and at the first line after it
                log.write(line("after"), true);
                log.flush(FLUSH_MS);
            }
            assertThat(Files.readString(active())).isEqualTo("after\n");
        }
    }

    @Test
    void twoLogsOfOneFileLoseNothing() throws Exception {
        LogFileOptions options = new LogFileOptions(active(), 256 << 10, 50, 7);
        int lines = 10_000;
        try (FileLog one = open(options);
                FileLog two = open(options)) {
            for (int i = 0; i < lines; i++) {
                one.write(line("one " + i), true);
                two.write(line("two " + i), true);
                if (i % 1_000 == 0) {
                    one.flush(FLUSH_MS);
                    two.flush(FLUSH_MS);
                }
            }
        }
        List<String> all = everything();
        assertThat(all).allMatch(text -> text.matches("(one|two) \\d+"));
        assertThat(all).hasSize(2 * lines);
    }

    @Test
    void aFullDiskIsSaidOnceAndWhatFindsNoRoomIsCounted() throws Exception {
        FileLog log = open(LogFileOptions.of(Path.of("/dev/full")));
        for (int i = 0; i < 2 * LogQueue.MAX_ENTRIES; i++) {
            log.write(line("lost"), true);
        }
        log.flush(500);
        log.close();
        assertThat(log.notWritten()).isPositive();
        assertThat(alarms).hasSize(1);
        assertThat(alarms.get(0)).contains("/dev/full", "No space left on device");
    }

    @Test
    void whatAnEarlierProcessLeftIsTidied() throws Exception {
        Files.createDirectories(active().getParent());
        for (int day = 10; day < 30; day++) {
            Files.writeString(folder.resolve("logs/openclaw-202611" + day + "T000000.000Z.log"), "old " + day + "\n");
        }
        Files.writeString(folder.resolve("logs/openclaw-20261101T000000.000Z.log.tmp"), "half");
        Files.writeString(folder.resolve("logs/unrelated.txt"), "kept");
        open(new LogFileOptions(active(), 1 << 20, 3, 7)).close();
        try (Stream<Path> files = Files.list(active().getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "openclaw-20261127T000000.000Z.log.gz",
                            "openclaw-20261128T000000.000Z.log.gz",
                            "openclaw-20261129T000000.000Z.log.gz",
                            "unrelated.txt");
        }
    }

    /** The active file has no date in its name, so that a reader across midnight follows one name. */
    @Test
    void atMidnightTheNameStaysAndArchivesHaveTheirDayInUtc() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T23:59:59.999Z"));
        LogFileOptions options = new LogFileOptions(active(), FileLog.MAX_BATCH_BYTES, 5, 7);
        try (FileLog log = FileLog.open(options, FileLog::textLossLine, alarms::add, now::get, 0)) {
            log.write(line("x".repeat(40_000)), true);
            log.write(line("y".repeat(40_000)), true);
            log.flush(FLUSH_MS);
            now.set(Instant.parse("2026-11-28T00:00:00.000Z"));
            log.write(line("z".repeat(40_000)), true);
            log.flush(FLUSH_MS);
            assertThat(Files.readString(active())).isEqualTo("z".repeat(40_000) + "\n");
        }
        assertThat(names())
                .containsExactly(
                        "openclaw-20261127T235959.999Z.log.gz", "openclaw-20261128T000000.000Z.log.gz", "openclaw.log");
        assertThat(everything().stream().map(text -> text.charAt(0))).containsExactly('x', 'y', 'z');
    }

    @Test
    void anArchiveThatIsOlderThanTheDaysToKeepIsDeleted() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        LogFileOptions options = new LogFileOptions(active(), FileLog.MAX_BATCH_BYTES, 5, 7);
        try (FileLog log = FileLog.open(options, FileLog::textLossLine, alarms::add, now::get, 0)) {
            log.write(line("x".repeat(40_000)), true);
            log.write(line("y".repeat(40_000)), true);
            log.flush(FLUSH_MS);
        }
        now.set(now.get().plus(Duration.ofDays(8)));
        FileLog.open(options, FileLog::textLossLine, alarms::add, now::get, 0).close();
        assertThat(names()).containsExactly("openclaw.log");
    }

    @Test
    void whatWaitsForADiskIsWrittenWhenItIsBack() throws Exception {
        Path blocked = Files.writeString(folder.resolve("logs"), "in the way");
        try (FileLog log = open(LogFileOptions.of(active()))) {
            log.write(line("waits"), true);
            while (alarms.isEmpty()) {
                Thread.onSpinWait();
            }
            Files.delete(blocked);
            for (log.flush(10); !Files.exists(active()); log.flush(10)) {
                log.retry();
            }
            log.flush(FLUSH_MS);
            assertThat(Files.readString(active())).isEqualTo("waits\n");
            assertThat(log.notWritten()).isZero();
        }
    }

    @Test
    void anEntryThatCannotBeLaidOutIsCountedAndTheNextIsWritten() throws Exception {
        LogQueue.Entry broken = new LogQueue.Entry() {
            @Override
            public byte[] line(long number) {
                throw new IllegalStateException("broken");
            }

            @Override
            public int weight() {
                return 1;
            }
        };
        try (FileLog log = open(LogFileOptions.of(active()))) {
            log.write(broken, true);
            log.write(line("next"), true);
            log.flush(FLUSH_MS);
            assertThat(Files.readString(active())).isEqualTo("1 entries were not written\nnext\n");
            assertThat(log.notWritten()).isEqualTo(1);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(active().getParent())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
