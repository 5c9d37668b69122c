package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code openclaw diagnostics replay} as a separate command, over the conformance streams and over broken ones. */
class ReplayIT {

    private static final Path STREAMS = Path.of("../../conformance");
    private static final String SECRET = "sk-marker0123456789abcdef";
    private static final String[] STRICT = {"diagnostics", "replay", "--strict", "-"};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gateway-2026.5.28", "gateway-2026.9.6", "plain", "hostile", "flood"})
    void theExpositionOfAStreamIsTheExpectedOne(String stream) {
        Finished replay = replay(STREAMS.resolve(stream + ".ndjson.gz").toString());

        assertThat(replay.exitCode()).isZero();
        assertThat(replay.outBytes()).startsWith('#').endsWith('\n');
        assertThat(expected(stream).differences(ExpositionText.parse(replay.out())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway-2026.5.28", "gateway-2026.9.6", "plain", "hostile", "flood"})
    void promtoolAcceptsTheExpositionOfAStream(String stream) {
        Tools.require("promtool");
        Finished replay = replay(STREAMS.resolve(stream + ".ndjson.gz").toString());

        assertThat(Promtool.complaints(replay.out())).isEmpty();
    }

    @Test
    void aStreamOnStandardInputOrInAPlainFileGivesTheSame() throws IOException {
        String plain = decompressed(STREAMS.resolve("plain.ndjson.gz"));
        Path file = Files.writeString(folder.resolve("plain.ndjson"), plain);

        Finished piped = PackagedApplication.runWithInput(plain, "diagnostics", "replay", "-");
        Finished read = replay(file.toString());

        assertThat(expected("plain").differences(ExpositionText.parse(piped.out())))
                .isEmpty();
        assertThat(read.out()).isEqualTo(piped.out());
        assertThat(List.of(read.exitCode(), piped.exitCode())).containsOnly(0);
    }

    @Test
    void anEmptyStreamGivesNotASingleByte() {
        Finished replay = PackagedApplication.run("diagnostics", "replay", "-");

        assertThat(replay.outBytes()).isEmpty();
        assertThat(replay.err()).isEmpty();
        assertThat(replay.exitCode()).isZero();
    }

    @Test
    void linesThatAreNoEventsAreNamedByNumberAndNeverByContent() {
        Finished replay = PackagedApplication.runWithInput(brokenStream(), "diagnostics", "replay", "-");

        assertThat(replay.exitCode()).isZero();
        assertThat(replay.err()).contains("line 2:", "line 4:", "line 6:", "3 malformed lines");
        assertThat(replay.err()).doesNotContain("line 1:", "line 3:", "line 5:", "line 7:");
        assertThat(replay.out() + replay.err()).doesNotContain("marker", SECRET);
        assertThat(ExpositionText.parse(replay.out()).samples())
                .containsEntry(Events.markerSeries("first"), 1.0)
                .containsEntry(Events.markerSeries("last"), 1.0)
                .hasSize(2);
    }

    @Test
    void withStrictLinesThatAreNoEventsMakeItFailAfterTheExposition() {
        Finished broken = PackagedApplication.runWithInput(brokenStream(), STRICT);
        Finished sound = PackagedApplication.runWithInput(Events.marker("first") + "\n", STRICT);

        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.out()).contains(Events.markerSeries("last") + " 1\n");
        assertThat(sound.exitCode()).isZero();
    }

    /** Events at lines 1, 5 and 7, an empty line at 3; at 2, 4 and 6 what cannot be read. */
    private static String brokenStream() {
        return PackagedApplication.lines(List.of(
                Events.marker("first"),
                "not JSON: " + SECRET,
                "",
                "{\"event\":{\"type\":\"run.completed\",\"model\":\"" + SECRET + "\"",
                Events.trusted(new JsonObject().put("type", "no.such.event")),
                "[\"" + SECRET + "\"]",
                Events.marker("last")));
    }

    @Test
    void aFileThatCannotBeReadIsOneLineAndExitCodeTwo() throws IOException {
        Path cut = Files.write(folder.resolve("cut.ndjson.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});

        for (String file : List.of(folder.resolve("missing.ndjson").toString(), folder.toString(), cut.toString())) {
            Finished replay = replay(file);

            assertThat(replay.exitCode()).as(file).isEqualTo(2);
            assertThat(replay.err().lines())
                    .as(file)
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(file);
            assertThat(replay.outBytes()).as(file).isEmpty();
        }
    }

    @Test
    void ofATruncatedFileWhatWasReadIsPrintedAndTheExitCodeSaysSo() throws IOException {
        byte[] whole = Files.readAllBytes(STREAMS.resolve("plain.ndjson.gz"));
        Path cut = Files.write(folder.resolve("cut.ndjson.gz"), Arrays.copyOf(whole, whole.length / 2));

        Finished replay = replay(cut.toString());

        assertThat(replay.exitCode()).isEqualTo(1);
        assertThat(replay.err()).contains("cut.ndjson.gz cannot be read beyond line ", "What was read is printed");
        assertThat(ExpositionText.parse(replay.out()).samples()).isNotEmpty();
    }

    @Test
    void whatAHealthyGatewayEmitsIsReplayedWithoutAWord() {
        for (String stream : List.of("plain", "gateway-2026.5.28")) {
            assertThat(replay(STREAMS.resolve(stream + ".ndjson.gz").toString()).err())
                    .isEmpty();
        }
    }

    @Test
    void aPaceOfFiftyASecondTakesTwoSecondsForAHundredEvents() {
        String events = PackagedApplication.lines(
                IntStream.range(0, 100).mapToObj(n -> Events.marker("paced")).toList());

        try (Starvation starvation = Starvation.watch()) {
            long start = System.nanoTime();
            Finished replay =
                    PackagedApplication.runWithInput(events, "diagnostics", "replay", "--events-per-second", "50", "-");
            double seconds = (System.nanoTime() - start) / 1e9;

            assertThat(replay.out()).contains(Events.markerSeries("paced") + " 100\n");
            assertThat(seconds).as("99 pauses of 20 ms").isGreaterThan(1.98);
            starvation.unlessStarved(
                    "that 100 events are not replayed more slowly",
                    () -> assertThat(seconds)
                            .as("99 pauses of 20 ms, and the start of a process")
                            .isLessThan(8));
        }
    }

    private static Finished replay(String file) {
        return PackagedApplication.run("diagnostics", "replay", file);
    }

    private static ExpositionText expected(String stream) {
        return ExpositionText.ofGzip(STREAMS.resolve(stream + ".prom.gz"));
    }

    private static String decompressed(Path file) throws IOException {
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
