package ai.openclaw.diagnostics.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of 256 KiB that fills up while a Gateway logs, and has room again: no half line, nothing lost without a count. */
class FullDiskTest {

    private static final long FLUSH_MS = 60_000;

    @TempDir
    private Path folder;

    private Path disk;
    private final List<String> alarms = new CopyOnWriteArrayList<>();

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        if (run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()) != 0) {
            String skipped = "SKIPPED: FullDiskTest mounts a tmpfs, which this user or container may not.";
            System.err.println(skipped);
            assumeTrue(false, skipped);
        }
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", disk.toString());
    }

    @Test
    void aDiskThatFillsUpKeepsWholeLinesAndGetsTheRestLater() throws Exception {
        Path file = disk.resolve("openclaw.log");
        Path ballast = Files.write(disk.resolve("ballast"), new byte[128 << 10]);
        int lines = 0;
        try (FileLog log = FileLog.open(
                new LogFileOptions(file, 1 << 20, 3, 7),
                FileLog::textLossLine,
                alarms::add,
                InstantSource.system(),
                0)) {
            while (alarms.isEmpty()) {
                log.write(new TextLine("line " + lines++ + " " + "x".repeat(50)), true);
            }
            assertThat(alarms.get(0)).contains(file.toString(), "No space left on device");
            assertThat(Files.readAllLines(file)).isNotEmpty().allMatch(line -> isWhole(line) || isLoss(line));
            for (int i = 0; i < 2 * LogQueue.MAX_ENTRIES; i++) {
                log.write(new TextLine("line " + lines++ + " " + "x".repeat(50)), false);
            }
            assertThat(log.notWritten()).isPositive();
            assertThat(run("mount", "-o", "remount,size=16m", disk.toString())).isZero();
            Files.delete(ballast);
            log.retry();
            log.flush(FLUSH_MS);
        }
        assertNothingIsLostWithoutACount(Files.readAllLines(file), lines);
    }

    private static void assertNothingIsLostWithoutACount(List<String> written, int lines) {
        assertThat(written).allMatch(line -> isWhole(line) || isLoss(line));
        long counted = written.stream()
                .filter(FullDiskTest::isLoss)
                .mapToLong(line -> Long.parseLong(line.split(" ")[0]))
                .sum();
        assertThat(counted).isPositive();
        assertThat(written.stream().filter(FullDiskTest::isWhole).count() + counted)
                .isEqualTo(lines);
    }

    private static boolean isWhole(String line) {
        return line.matches("line \\d+ x{50}");
    }

    private static boolean isLoss(String line) {
        return line.matches("\\d+ entries were not written");
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } catch (IOException e) { // there is no such program
            return -1;
        }
    }
}
