package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The modules depend on each other as the plan of the house allows, and in no other way. */
class BoundariesTest {

    private static final JavaClasses CLASSES = House.classes();

    /** Public without being named in another package's code. */
    private static final Set<String> EXEMPT = Set.of(
            "ai.openclaw.diagnostics.alerts.recorded.CountedGroup", // a test evaluates what it counts
            "ai.openclaw.diagnostics.alerts.recorded.Thresholds", // its constants are copied where they are used
            "ai.openclaw.diagnostics.dashboards.grafana.Colours", // its constants are copied where they are used
            "ai.openclaw.diagnostics.demo.VirtualDemo", // tests of alerts play it
            "ai.openclaw.diagnostics.events.LogThrottle", // for subscribers that log
            "ai.openclaw.diagnostics.http.accept.HeadFirstTransport", // http.route creates it
            "ai.openclaw.diagnostics.cli.Openclaw", // the Java launcher starts it
            "ai.openclaw.diagnostics.otlp.DiagnosticsOtelPlugin", // the service loader finds it
            "ai.openclaw.diagnostics.otlp.DiagnosticsOtelVerticle", // other people's Gateways deploy it
            "ai.openclaw.diagnostics.plugin.DiagnosticsPrometheusPlugin", // the service loader finds it
            "ai.openclaw.diagnostics.plugin.DiagnosticsPrometheusVerticle", // other people's Gateways deploy it
            "ai.openclaw.diagnostics.plugin.StandaloneExporterVerticle", // deployed by name
            "ai.openclaw.diagnostics.promql.QueryText"); // tests hold committed queries against the catalog with it

    static Set<String> modules() {
        return House.reactor();
    }

    @Test
    void theTableHasEveryModuleOfTheReactor() {
        assertThat(House.ALLOWED.keySet()).isEqualTo(House.reactor());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleDependsOnAllowedModulesOnly(String module) {
        Rules.dependsOnlyOn(House.PREFIX, module, House.ALLOWED.get(module)).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleHasClassesToCheck(String module) {
        assertThat(CLASSES).anyMatch(type -> Rules.module(House.PREFIX, type).equals(module));
    }

    @Test
    void noVertxBelowTheRoute() {
        House.WITHOUT_VERTX.forEach(
                name -> Rules.withoutVertx(House.PREFIX + name).check(CLASSES));
    }

    @Test
    void modulesAreFreeOfCycles() {
        Rules.noCycles(House.PREFIX).check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        Rules.noCyclesOfPackages(House.PREFIX).check(CLASSES);
    }

    @Test
    void nothingIsPublicThatNoOtherModuleNeeds() {
        Rules.nothingPublicInVain(House.PREFIX, EXEMPT).check(CLASSES);
    }
}
