package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule finds what it is there to find, in a house that is out of order. */
class RulesCanFailTest {

    private static final String PREFIX = "ai.openclaw.diagnostics.architecture.fixture.";
    private static final JavaClasses FIXTURE = new ClassFileImporter().importPackages(PREFIX + "low", PREFIX + "high");

    @Test
    void aForbiddenDependencyIsFound() {
        fails(Rules.dependsOnlyOn(PREFIX, "low", Set.of()), "fixture.high.High");
    }

    @Test
    void anAllowedDependencyIsNotReported() {
        Rules.dependsOnlyOn(PREFIX, "high", Set.of("low")).check(FIXTURE);
    }

    @Test
    void vertxIsFound() {
        fails(Rules.withoutVertx(PREFIX + "low"), "io.vertx.core.Vertx");
    }

    @Test
    void aCycleIsFound() {
        fails(Rules.noCycles(PREFIX), "Cycle detected");
        fails(Rules.noCyclesOfPackages(PREFIX), "Cycle detected");
    }

    @Test
    void unneededPublicTypeIsFound() {
        fails(Rules.nothingPublicInVain(PREFIX, Set.of()), "fixture.low.Vain");
    }

    @Test
    void aCircleOfClassesIsFound() {
        assertThat(ClassCircles.of(FIXTURE, PREFIX + "high")).isEmpty();
        JavaClasses circle = new ClassFileImporter().importPackages(PREFIX + "circle");
        assertThat(ClassCircles.of(circle, PREFIX + "circle")).containsExactly(List.of("Egg", "Hen"));
    }

    @Test
    void aPublicMethodThatNoCodeCallsIsFound() {
        assertThat(UncalledMethods.of(FIXTURE, PREFIX + "low")).contains("Vain.unused");
    }

    private static void fails(ArchRule rule, String because) {
        assertThat(rule.evaluate(FIXTURE).getFailureReport().toString()).contains(because);
    }
}
