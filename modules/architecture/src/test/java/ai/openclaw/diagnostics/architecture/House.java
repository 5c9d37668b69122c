package ai.openclaw.diagnostics.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rooms of the house and who may enter which. */
final class House {

    static final String PREFIX = "ai.openclaw.diagnostics.";

    /** Module → the modules of the project that it may depend on. Package and module share their name. */
    static final Map<String, Set<String>> ALLOWED = Map.of(
            "events", Set.of(),
            "catalog", Set.of(),
            "policy", Set.of(),
            "store", Set.of("catalog"),
            "http", Set.of("catalog", "store"),
            "plugin", Set.of("events", "catalog", "policy", "store", "http"),
            "demo", Set.of("events"),
            "config", Set.of(),
            "gateway", Set.of("config", "demo", "events", "catalog", "policy", "store", "http", "plugin"));

    /** Packages that know nothing of Vert.x or Netty. */
    static final List<String> WITHOUT_VERTX =
            List.of("events", "catalog", "policy", "store", "demo", "config", "http.exposition");

    private House() {}

    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(
                        ALLOWED.keySet().stream().map(module -> PREFIX + module).toList());
    }
}
