package ai.openclaw.diagnostics.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The manifests for the Prometheus operator against its CustomResourceDefinitions. The definitions are in the folder
 * that {@code PROMETHEUS_OPERATOR_CRDS} names, or where {@code go mod download} puts them.
 */
class OperatorManifestsTest {

    private static final String VERSION = "v0.85.0";
    private static final String MODULE = "github.com/prometheus-operator/prometheus-operator@" + VERSION;
    private static final Path MANIFESTS = RuleText.FOLDER.resolve("kubernetes");

    @ParameterizedTest
    @CsvSource({
        "prometheusrule.yaml, PrometheusRule",
        "servicemonitor.yaml, ServiceMonitor",
        "podmonitor.yaml, PodMonitor"
    })
    void theOperatorsDefinitionAcceptsAManifest(String file, String kind) throws IOException {
        Map<String, Object> manifest = RuleText.yaml(Files.readString(MANIFESTS.resolve(file)));

        assertThat(manifest).containsEntry("kind", kind);
        assertThat(definition(kind).errors(manifest)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "prometheusrule.yaml, PrometheusRule, 'for: 5m', 'for: five minutes', /for: must be like",
        "prometheusrule.yaml, PrometheusRule, 'for: 5m', 'lasting: 5m', /lasting: must be a field",
        "prometheusrule.yaml, PrometheusRule, openclaw-memory, openclaw-slo, must be without two of one",
        "servicemonitor.yaml, ServiceMonitor, 'selector:', 'selectors:', /spec/selector: must be present",
        "servicemonitor.yaml, ServiceMonitor, 'interval: 30s', 'interval: 30', must be a string",
        "podmonitor.yaml, PodMonitor, 'key: token', 'keys: token', /key: must be present"
    })
    void whatTheDefinitionRejectsIsFound(String file, String kind, String right, String wrong, String error)
            throws IOException {
        String broken = Files.readString(MANIFESTS.resolve(file)).replace(right, wrong);

        assertThat(String.join("\n", definition(kind).errors(RuleText.yaml(broken))))
                .contains(error);
    }

    private static ResourceSchema definition(String kind) throws IOException {
        String name = "monitoring.coreos.com_" + kind.toLowerCase(Locale.ROOT) + "s.yaml";
        Optional<Path> file = folders()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
        if (file.isEmpty()) {
            String reason = "no definitions of the Prometheus operator; \"go mod download " + MODULE
                    + "\" fetches them, or PROMETHEUS_OPERATOR_CRDS names their folder";
            System.err.println("\n*** NOT TESTED: " + reason + " ***\n");
            Assumptions.abort(reason);
        }
        return ResourceSchema.read(file.orElseThrow());
    }

    private static Stream<Path> folders() {
        String cache = System.getenv().getOrDefault("GOMODCACHE", System.getProperty("user.home") + "/go/pkg/mod");
        Path downloaded = Path.of(cache, MODULE, "example/prometheus-operator-crd-full");
        return Stream.concat(
                Optional.ofNullable(System.getenv("PROMETHEUS_OPERATOR_CRDS")).map(Path::of).stream(),
                Stream.of(downloaded));
    }
}
