package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code openclaw logs --follow} as a process, while the file is rotated under it. */
class LogsFollowIT {

    @TempDir
    private Path state;

    @Test
    void everyEntryIsShownOnceAcrossRotations() throws IOException {
        Path log = state.resolve("openclaw.log");
        Files.writeString(state.resolve("openclaw.json"), "{logging: {file: '" + log + "'}}");
        Files.writeString(log, line(1));
        try (ChildProcess follow = PackagedApplication.startIn(state, "logs", "--follow")) {
            awaitLine(follow, 1);
            for (int i = 2; i <= 9; i++) {
                if (i % 3 == 0) {
                    Files.move(log, state.resolve("openclaw-" + i + ".log"));
                }
                Files.writeString(log, line(i), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                awaitLine(follow, i);
            }
            assertThat(numbers(follow))
                    .isEqualTo(IntStream.rangeClosed(1, 9).boxed().toList());
            follow.terminate();
            follow.awaitExit(Await.PATIENCE);
            assertThat(follow.err()).isEmpty();
        }
    }

    @Test
    void whatWasRotatedAwayTooFastIsTold() throws IOException {
        Path log = state.resolve("openclaw.log");
        Files.writeString(state.resolve("openclaw.json"), "{logging: {file: '" + log + "'}}");
        Files.writeString(log, line(1));
        try (ChildProcess follow = PackagedApplication.startIn(state, "logs", "--follow")) {
            awaitLine(follow, 1);
            Files.writeString(log, line(7), StandardOpenOption.APPEND);
            awaitLine(follow, 7);
            assertThat(follow.out()).contains("-- 5 entries are missing here");
        }
    }

    private static void awaitLine(ChildProcess follow, int number) {
        Await.answer(
                "line " + number,
                Await.PATIENCE,
                follow::err,
                () -> Optional.of(follow.out()).filter(out -> out.contains("entry " + number + "\n")));
    }

    private static List<Integer> numbers(ChildProcess follow) {
        return follow.out()
                .lines()
                .map(line -> Integer.parseInt(line.replaceAll(".*entry ", "")))
                .toList();
    }

    private static String line(int number) {
        return "{\"time\":\"2026-01-02T03:04:05.006Z\",\"level\":\"INFO\",\"logger\":\"a.B\",\"message\":\"entry "
                + number + "\",\"seq\":" + number + "}\n";
    }
}
