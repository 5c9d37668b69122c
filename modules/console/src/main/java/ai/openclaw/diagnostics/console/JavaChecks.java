package ai.openclaw.diagnostics.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks of the Java that runs, of its options and of the clock. */
final class JavaChecks {

    private static final int OLDEST = 17;
    private static final long MIN_HEAP_BYTES = 64L << 20;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    /** No release is older. */
    private static final Instant RELEASED = Instant.parse("2026-11-01T00:00:00Z");

    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d{1,12})([kKmMgG]?)");
    private static final Pattern OPENS_PORT =
            Pattern.compile("-agentlib:jdwp.*|-Xrunjdwp.*|-Dcom\\.sun\\.management\\.jmxremote\\.port=.*");
    private static final String STAYS = "-XX:-ExitOnOutOfMemoryError";

    private final Setup setup;

    JavaChecks(Setup setup) {
        this.setup = setup;
    }

    Finding version() {
        Runtime.Version version = Runtime.version();
        String text = version + ", " + Runtime.getRuntime().availableProcessors() + " processors, heap at most "
                + Quantities.bytes(Runtime.getRuntime().maxMemory());
        return version.feature() < OLDEST
                ? Finding.failure("Java", text, "install Java " + OLDEST + " or newer")
                : Finding.ok("Java", text);
    }

    /** The options' values are not shown: they may hold anything. */
    Finding options() {
        List<String> options = new ArrayList<>();
        for (String variable : List.of("OPENCLAW_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
            String text = setup.variables().getOrDefault(variable, "").strip();
            options.addAll(text.isEmpty() ? List.of() : List.of(text.split("\\s+")));
        }
        String check = "Java options";
        if (options.stream().anyMatch(option -> OPENS_PORT.matcher(option).matches())) {
            return Finding.warning(
                    check, "a debugger's or JMX port is opened", "take it out of OPENCLAW_JAVA_OPTS when you are done");
        }
        if (options.contains(STAYS)) {
            return Finding.warning(
                    check,
                    "the Gateway goes on when its memory is exhausted",
                    "take " + STAYS + " out, so that it restarts");
        }
        return options.stream().anyMatch(JavaChecks::isSmallHeap)
                ? Finding.failure(
                        check, "-Xmx is below 64 MiB", "give the Gateway -Xmx256m, see docs/operations.md, Capacity")
                : Finding.ok(check, options.isEmpty() ? "none" : options.size() + " given");
    }

    private static boolean isSmallHeap(String option) {
        Matcher heap = HEAP.matcher(option);
        if (!heap.matches()) {
            return false;
        }
        int shift = switch (heap.group(2)) {
            case "k", "K" -> 10;
            case "m", "M" -> 20;
            case "g", "G" -> 30;
            default -> 0;
        };
        return Long.parseLong(heap.group(1)) << shift < MIN_HEAP_BYTES;
    }

    /** As the launcher decides whether it uses the archive. */
    Finding archive() {
        String check = "class-data archive";
        Path application = setup.application();
        if (application == null) {
            return Finding.skipped(check, "this is not a packaged application");
        }
        Path script = application.resolve("bin/openclaw-archive");
        if (isOurs(application)) {
            return Finding.ok(check, "fits this Java and this folder");
        }
        return Finding.warning(
                        check,
                        "does not fit this Java or this folder, so the start is slower",
                        "openclaw doctor --fix, or " + script)
                .repairedBy(() -> run(script));
    }

    private static boolean isOurs(Path application) {
        try {
            List<String> place = Files.readAllLines(application.resolve("openclaw.jsa.place"));
            String java = ProcessHandle.current().info().command().orElse("");
            boolean image = Files.isExecutable(application.resolve("bin/java"));
            String expected = image ? "image" : Path.of(java).toRealPath() + " " + application.toRealPath();
            return place.size() == 2
                    && place.get(0).equals(expected)
                    && place.get(1).equals(String.valueOf(Files.size(application.resolve("openclaw.jsa"))));
        } catch (IOException e) {
            return false;
        }
    }

    private static void run(Path script) throws IOException {
        Process process = new ProcessBuilder(script.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("it did not end within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (process.exitValue() != 0) {
            throw new IOException("it ended with " + process.exitValue());
        }
    }

    /** A wrong clock makes certificates invalid and samples too old or too new. */
    Finding clock() {
        Instant now = Instant.now();
        Instant newest = newest();
        String check = "clock";
        if (now.isBefore(RELEASED)) {
            return Finding.failure(check, "is before this program was released", "set the clock, see timedatectl");
        }
        return newest.isAfter(now.plus(TOLERANCE))
                ? Finding.failure(
                        check,
                        "is behind the newest file of the state directory",
                        "set the clock, see timedatectl; or touch the file")
                : Finding.ok(check, "plausible");
    }

    private Instant newest() {
        Instant newest = Instant.EPOCH;
        for (Path file : List.of(setup.location().file(), setup.location().stateDirectory())) {
            Instant modified = modified(file);
            newest = modified.isAfter(newest) ? modified : newest;
        }
        return newest;
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException absent) {
            return Instant.EPOCH;
        }
    }
}
