package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What there is in each package, and how much of it. */
class InventoryTest {

    private static final JavaClasses CLASSES = House.classes();
    private static final int MAX_TYPES = 24;

    /** Simple names of several modules: of tools that ship in nothing, and what is not public. */
    private static final Set<String> SEVERAL =
            Set.of("Colours", "Grid", "Json", "Main", "Model", "Panel", "Series", "Settings", "Target", "Unit");

    /** Classes may know each other in pairs, such as a builder and what it builds; more is a concern that is not cut. */
    private static final int MAX_CIRCLE = 3;

    /** Called by tests of other modules, or in a way that the analysis does not see. */
    private static final Set<String> CALLED_BY_TESTS = Set.of(
            "AttemptLimit.defaults",
            "ClientAddress.ofSocket",
            "RateLimiter.tracked",
            "ConfigException.problems",
            "HealthCheck.run",
            "OpenClawRules.alerts",
            "ConfigEditor.add",
            "ConfigEditor.remove",
            "ConfigEditor.removeItem",
            "ConfigEditor.set");

    /** Modules whose public methods are for others: authors of Gateways and plugins, and of tests. */
    private static final Set<String> PUBLISHED = Set.of(
            "events",
            "spi",
            "plugin",
            "http.route",
            "http.exposition",
            "catalog",
            "catalog.domain",
            "store",
            "policy",
            "recording",
            "ingest",
            "otlp",
            "promql",
            "demo",
            "demo.fault");

    private static Map<String, List<JavaClass>> packages() {
        return CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().endsWith("-info"))
                .collect(Collectors.groupingBy(
                        type -> type.getPackageName().substring(House.PREFIX.length()),
                        TreeMap::new,
                        Collectors.toList()));
    }

    /** The records of events are not counted: they are one closed set, and one more event changes no test. */
    @Test
    void noPackageHasMoreTypesThanAreSurveyed() {
        Map<String, List<JavaClass>> packages = packages();
        System.out.printf("%n%-20s %5s %6s  %s%n", "package", "types", "public", "requires of the project");
        packages.forEach((name, types) -> System.out.printf(
                "%-20s %5d %6d  %s%n",
                name,
                types.size(),
                types.stream().filter(InventoryTest::isPublic).count(),
                requires(name)));
        packages.forEach((name, types) -> assertThat(types.stream()
                        .filter(type -> !type.isAssignableTo(DiagnosticEvent.class))
                        .count())
                .as("types in %s", name)
                .isLessThanOrEqualTo(MAX_TYPES));
    }

    private static Set<String> requires(String packageName) {
        return new TreeSet<>(House.ALLOWED.getOrDefault(packageName.replaceAll("\\..*", ""), Set.of()));
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC);
    }

    @Test
    void aSimpleNameMeansOneClass() {
        Map<String, Long> names = packages().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
        assertThat(names.entrySet().stream().filter(it -> it.getValue() > 1).map(Map.Entry::getKey))
                .isSubsetOf(SEVERAL);
    }

    @Test
    void classesFormNoLargeCircles() {
        Map<String, List<List<String>>> circles = packages().keySet().stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> ClassCircles.of(CLASSES, House.PREFIX + name),
                        (a, b) -> a,
                        TreeMap::new));
        circles.forEach((name, found) -> found.forEach(circle -> {
            System.out.println(name + ": circle of " + circle);
            assertThat(circle).as("circle in %s", name).hasSizeLessThanOrEqualTo(MAX_CIRCLE);
        }));
    }

    @Test
    void everyPublicMethodIsCalled() {
        Map<String, Set<String>> uncalled = packages().keySet().stream()
                .filter(name -> !PUBLISHED.contains(name))
                .collect(Collectors.toMap(
                        name -> name,
                        name -> UncalledMethods.of(CLASSES, House.PREFIX + name),
                        (a, b) -> a,
                        TreeMap::new));
        uncalled.values().forEach(methods -> methods.removeAll(CALLED_BY_TESTS));
        uncalled.values().removeIf(Set::isEmpty);
        assertThat(uncalled).isEmpty();
    }
}
