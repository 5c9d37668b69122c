package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.testing.Await;
import ai.openclaw.diagnostics.testing.Ports;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive of classes with which the application starts: it is used where it fits, and no word is lost elsewhere. */
class StartUpIT {

    @TempDir
    private Path folder;

    /** Picocli's classes are too old for an archive; what is left besides are a few that are made at run time. */
    @Test
    void aGatewayTakesItsClassesFromTheArchive() throws IOException {
        LoadedClasses classes = LoadedClasses.loggedIn(folder);
        try (RunningGateway gateway = gateway(PackagedApplication.FOLDER, classes)) {
            assertThat(gateway.scrape().statusCode()).isEqualTo(200);
            assertThat(gateway.process().err()).isEmpty();
        }
        assertThat(classes.archived()).isGreaterThan(1_500).isGreaterThan(5 * classes.unarchived());
    }

    @Test
    void theFirstExportOverOtlpTakesItsClassesFromTheArchive() throws Exception {
        Path configuration = Files.writeString(folder.resolve("openclaw.json"), """
            {
              plugins: { entries: { "diagnostics-otel": { enabled: true } } },
              diagnostics: { otel: { enabled: true, endpoint: "http://127.0.0.1:%d", flushIntervalMs: 1000 } },
            }
            """);
        LoadedClasses classes = LoadedClasses.loggedIn(folder);
        try (TrainingRunCommand.Receiver receiver = TrainingRunCommand.Receiver.start()) {
            Files.writeString(configuration, Files.readString(configuration).formatted(receiver.port()));
            ChildProcess process = ChildProcess.start(
                    command(
                            PackagedApplication.FOLDER,
                            "gateway",
                            "run",
                            "--port",
                            "0",
                            "--demo",
                            "--config",
                            configuration.toString()),
                    folder,
                    classes.variables());
            try (RunningGateway gateway = RunningGateway.awaitStart(process, folder)) {
                assertThat(receiver.awaitExport(Await.PATIENCE.toMillis()))
                        .as(gateway.process().err())
                        .isTrue();
            }
        }
        assertThat(classes.hasArchived("ai.openclaw.diagnostics.otlp.metrics.MetricsWriter"))
                .isTrue();
        assertThat(classes.unarchived("ai.openclaw.diagnostics.otlp.")).noneMatch(StartUpIT::isOfMetrics);
        assertThat(classes.unarchived("io.vertx.core.http.impl.")).isEmpty();
    }

    /** The first export is of metrics; whether the demo's first span or log entry comes before the end is a matter of time. */
    private static boolean isOfMetrics(String line) {
        return !line.contains(".otlp.traces.") && !line.contains(".otlp.logs.");
    }

    /** For people: {@code -Dstart.runs=20}. Nothing is asserted, since machines and what else they do differ. */
    @Test
    @EnabledIfSystemProperty(named = "start.runs", matches = "\\d+")
    void theTimeFromStartToFirstScrape() {
        List<Long> ms = IntStream.range(0, Integer.getInteger("start.runs"))
                .mapToObj(run -> millisToFirstScrape())
                .sorted()
                .toList();
        System.out.printf(
                "from start to first scrape, %d runs: min %d ms, median %d ms, max %d ms%n",
                ms.size(), ms.get(0), ms.get(ms.size() / 2), ms.get(ms.size() - 1));
    }

    private long millisToFirstScrape() {
        int port = Ports.free();
        long start = System.nanoTime();
        try (ChildProcess process = ChildProcess.start(
                command(PackagedApplication.FOLDER, "gateway", "run", "--exporter", "--port", "" + port),
                folder,
                Map.of("OPENCLAW_GATEWAY_TOKEN", "measured"))) {
            Await.answer("the first scrape", Await.PATIENCE, process::err, () -> scraped(port));
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
    }

    private static Optional<Integer> scraped(int port) throws IOException {
        String metrics = "http://127.0.0.1:" + port + RunningGateway.METRICS;
        int status = Loopback.get(metrics, Map.of("Authorization", "Bearer measured"))
                .statusCode();
        return Optional.of(status).filter(it -> it == 200);
    }

    @Test
    void aStartWritesNothingButTheState() throws IOException {
        Map<String, FileTime> before = files(PackagedApplication.FOLDER);
        Path state = folder.resolve("state");
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        ChildProcess process = ChildProcess.start(
                command(PackagedApplication.FOLDER, "gateway", "run", "--port", "0", "--exporter"),
                state,
                Map.of("OPENCLAW_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary + " -XX:-UsePerfData"));
        try (RunningGateway gateway = RunningGateway.awaitStart(process, folder)) {
            assertThat(gateway.scrape().statusCode()).isEqualTo(200);
            assertThat(temporary).isEmptyDirectory();
        }
        assertThat(files(PackagedApplication.FOLDER)).isEqualTo(before);
        assertThat(files(state)).containsOnlyKeys("openclaw.json", ".openclaw.json.lock");
    }

    @Test
    void whereTheArchiveIsOfAnotherPlaceItIsIgnoredInSilence() {
        Path moved = copy("moved");
        assertStartsWithoutArchive(moved);
    }

    /** As Java is found on servers: by the path alone, by JAVA_HOME, and through links such as Debian's default-java. */
    @ParameterizedTest
    @ValueSource(strings = {"path", "home", "link"})
    void theArchiveIsUsedHoweverJavaIsFound(String found) throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        Path link = Files.createSymbolicLink(folder.resolve("default-java"), home);
        String variable = switch (found) {
            case "path" -> "PATH=" + link.resolve("bin") + ":" + System.getenv("PATH");
            case "home" -> "JAVA_HOME=" + home;
            default -> "JAVA_HOME=" + link;
        };
        assertUsesArchive(List.of(variable), PackagedApplication.FOLDER);
    }

    @Test
    void theArchiveIsUsedThroughALinkToTheApplication() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("app"), PackagedApplication.FOLDER.toAbsolutePath());
        assertUsesArchive(List.of("JAVA_HOME=" + System.getProperty("java.home")), link);
    }

    private void assertUsesArchive(List<String> variables, Path app) {
        LoadedClasses classes = LoadedClasses.loggedIn(folder);
        List<String> command = new ArrayList<>(List.of("env", "-u", "JAVA_HOME"));
        command.addAll(variables);
        command.addAll(command(app, "--version"));
        Finished version = PackagedApplication.end(ChildProcess.start(command, folder, classes.variables()));
        assertThat(version.err()).isEmpty();
        assertThat(classes.archived()).isPositive();
    }

    @Test
    void theFirstGatewayOfAReleaseMakesTheArchive() throws IOException {
        Path release = withoutArchive(copy("release"));
        LoadedClasses classes = LoadedClasses.loggedIn(folder);
        try (RunningGateway gateway = gateway(release, classes)) {
            assertThat(gateway.process().err()).isEmpty();
        }
        assertThat(classes.archived()).isGreaterThan(1_500);
    }

    @Test
    void aReleaseThatCannotMakeAnArchiveTriesOnceAndStarts() throws IOException {
        Path release = withoutArchive(copy("release"));
        Path tried = folder.resolve("tried");
        Files.writeString(
                release.resolve("bin/openclaw-archive"), "#!/bin/sh\necho tried | tee -a " + tried + "\nexit 1\n");
        for (int start = 0; start < 2; start++) {
            try (RunningGateway gateway = gateway(release, LoadedClasses.loggedIn(folder))) {
                assertThat(gateway.process().err()).isEmpty();
            }
        }
        assertThat(tried).hasContent("tried");
    }

    private static Path withoutArchive(Path app) throws IOException {
        Files.delete(app.resolve("openclaw.jsa"));
        Files.delete(app.resolve("openclaw.jsa.place"));
        return app;
    }

    /** JDK 17 crashes on it, as JDK 25 does on some; so Java is not given one. */
    @Test
    void whereTheArchiveWasCutOffItIsIgnoredInSilence() throws IOException {
        Path cut = archived(copy("cut"));
        try (RandomAccessFile archive =
                new RandomAccessFile(cut.resolve("openclaw.jsa").toFile(), "rw")) {
            archive.setLength(archive.length() / 100);
        }
        assertStartsWithoutArchive(cut);
    }

    @Test
    void whereTheArchiveIsOfOtherJarsItIsIgnoredInSilence() throws IOException {
        Path rebuilt = archived(copy("rebuilt"));
        try (Stream<Path> jars = Files.list(rebuilt.resolve("lib"))) {
            Path jar = jars.filter(it -> it.toString().contains("vertx-core-5"))
                    .findFirst()
                    .orElseThrow();
            Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        }
        assertStartsWithoutArchive(rebuilt);
    }

    @Test
    void whereTheArchiveIsNoneItIsIgnoredInSilence() throws IOException {
        Path broken = archived(copy("broken"));
        Files.writeString(broken.resolve("openclaw.jsa"), "not an archive", StandardOpenOption.TRUNCATE_EXISTING);
        assertStartsWithoutArchive(broken);
    }

    @Test
    void archivesMadeAtTheSameTimeAreWhole() {
        Path app = copy("contended");
        List<ChildProcess> makers = Stream.generate(() -> ChildProcess.start(List.of(archiver(app))))
                .limit(2)
                .toList();
        Finished meanwhile = run(app, LoadedClasses.loggedIn(folder));
        assertThat(meanwhile.err()).isEmpty();
        makers.forEach(maker -> {
            assertThat(maker.awaitExit(Await.PATIENCE)).as(maker.err()).isZero();
            assertThat(maker.out() + maker.err()).isEmpty();
            maker.close();
        });
        LoadedClasses classes = LoadedClasses.loggedIn(folder);
        assertThat(run(app, classes).err()).isEmpty();
        assertThat(classes.archived()).isPositive();
        assertThat(app).isDirectoryNotContaining("glob:**/archive.*");
    }

    private void assertStartsWithoutArchive(Path app) {
        LoadedClasses classes = LoadedClasses.loggedIn(folder);
        Finished finished = run(app, classes);
        assertThat(finished.exitCode()).isZero();
        assertThat(finished.out()).startsWith("openclaw ").hasLineCount(1);
        assertThat(finished.err()).isEmpty();
        assertThat(classes.archived()).isZero();
        assertThat(classes.unarchived()).isPositive();
    }

    private Finished run(Path app, LoadedClasses classes) {
        return PackagedApplication.end(ChildProcess.start(command(app, "--version"), folder, classes.variables()));
    }

    private RunningGateway gateway(Path app, LoadedClasses classes) {
        return RunningGateway.awaitStart(
                ChildProcess.start(
                        command(app, "gateway", "run", "--port", "0", "--demo"), folder, classes.variables()),
                folder);
    }

    private static List<String> command(Path app, String... arguments) {
        return Stream.concat(Stream.of(app.resolve("bin/openclaw").toString()), Stream.of(arguments))
                .toList();
    }

    private static String archiver(Path app) {
        return app.resolve("bin/openclaw-archive").toString();
    }

    /** Returns a copy of the application, its times included. */
    private Path copy(String name) {
        Path copy = folder.resolve(name);
        finish("cp", "-a", PackagedApplication.FOLDER.toString(), copy.toString());
        return copy;
    }

    private static Path archived(Path app) {
        finish(archiver(app));
        return app;
    }

    private static void finish(String... command) {
        try (ChildProcess process = ChildProcess.start(List.of(command))) {
            assertThat(process.awaitExit(Await.PATIENCE)).as(process.err()).isZero();
        }
    }

    private static Map<String, FileTime> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString(), StartUpIT::changed, (a, b) -> a, TreeMap::new));
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
