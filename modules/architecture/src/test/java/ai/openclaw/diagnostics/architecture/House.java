package ai.openclaw.diagnostics.architecture;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rooms of the house and who may enter which. */
final class House {

    static final String PREFIX = "ai.openclaw.diagnostics.";

    /** Module → the modules of the project that it may depend on. Package and module share their name. */
    static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            entry("events", Set.of()),
            entry("catalog", Set.of()),
            entry("logging", Set.of()),
            entry("policy", Set.of()),
            entry("store", Set.of("catalog")),
            entry("recording", Set.of("events", "catalog", "policy", "store")),
            entry("http", Set.of("catalog", "store")),
            entry("spi", Set.of("events")),
            entry("plugin", Set.of("spi", "events", "catalog", "policy", "recording", "store", "http")),
            entry("ingest", Set.of("events", "http")),
            entry("otlp", Set.of("spi", "events", "catalog", "policy", "recording", "store")),
            entry("operator", Set.of("events", "catalog", "policy", "store", "recording", "spi", "http")),
            entry("demo", Set.of("events")),
            entry("json5", Set.of()),
            entry("files", Set.of()),
            entry("config", Set.of("json5", "files")),
            entry("support", Set.of("config", "files", "json5", "policy")),
            entry("console", Set.of("config", "files", "json5", "policy")),
            entry("auth", Set.of("config", "files", "http")),
            entry("monitoring", Set.of("events", "http")),
            entry("pluginhost", Set.of("spi", "events", "config", "files", "policy")),
            entry("replay", Set.of("events", "config")),
            entry(
                    "gateway",
                    Set.of(
                            "events",
                            "catalog",
                            "store",
                            "recording",
                            "spi",
                            "http",
                            "ingest",
                            "logging",
                            "operator",
                            "config",
                            "files",
                            "auth",
                            "monitoring",
                            "pluginhost")),
            entry(
                    "cli",
                    Set.of(
                            "events",
                            "catalog",
                            "policy",
                            "store",
                            "recording",
                            "spi",
                            "http",
                            "plugin",
                            "otlp",
                            "ingest",
                            "json5",
                            "logging",
                            "operator",
                            "console",
                            "support",
                            "config",
                            "files",
                            "auth",
                            "monitoring",
                            "pluginhost",
                            "replay",
                            "demo",
                            "gateway")),
            entry("promql", Set.of("catalog")),
            entry("dashboards", Set.of("catalog", "promql")),
            entry("alerts", Set.of("catalog", "promql")),
            entry("preview", Set.of()));

    /** Packages that know nothing of Vert.x or Netty. */
    static final List<String> WITHOUT_VERTX = List.of(
            "events",
            "catalog",
            "policy",
            "store",
            "logging",
            "replay",
            "demo",
            "json5",
            "config",
            "console",
            "support",
            "promql",
            "dashboards",
            "alerts",
            "preview",
            "http.exposition");

    /** Of the reactor, but not guarded: itself, the list of versions, what profiles measure and pack, what tests use. */
    private static final Set<String> OUTSIDE = Set.of("architecture", "bom", "benchmarks", "release", "testing");

    private static final Pattern MODULE = Pattern.compile("<module>modules/(\\w+)</module>");

    private House() {}

    /** Returns the modules that the reactor lists, so that none is forgotten here. */
    static Set<String> reactor() {
        try {
            return MODULE.matcher(Files.readString(Path.of("../../pom.xml")))
                    .results()
                    .map(module -> module.group(1))
                    .filter(module -> !OUTSIDE.contains(module))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException("the reactor cannot be read", e);
        }
    }

    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(
                        reactor().stream().map(module -> PREFIX + module).toList());
    }
}
