package ai.openclaw.diagnostics.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.spi.ConfigProblemsException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration over the signal's variable over the variable for all over the default. */
class OtlpSettingsTest {

    private static OtlpEndpoint metrics(Map<String, ?> config, Map<String, String> environment) {
        return OtlpSettings.of(config, environment).endpoints().get(Signal.METRICS);
    }

    private static String uri(Map<String, ?> config, Map<String, String> environment) {
        return metrics(config, environment).uri().toString();
    }

    @Test
    void withoutAnythingMetricsAndTracesGoToACollectorOnThisMachine() {
        OtlpSettings settings = OtlpSettings.of(Map.of(), Map.of());
        assertThat(settings.endpoints()).containsOnlyKeys(Signal.METRICS, Signal.TRACES);
        assertThat(uri(Map.of(), Map.of())).isEqualTo("http://localhost:4318/v1/metrics");
        assertThat(settings.metricsIntervalMs()).isEqualTo(60_000);
        assertThat(settings.sampleRatio()).isEqualTo(1);
        assertThat(settings.resource())
                .containsEntry("service.name", "openclaw")
                .containsOnlyKeys("service.name", "service.version", "service.instance.id", "telemetry.sdk.language");
    }

    @Test
    void anEndpointIsFoundInTheOrderOfTheReference() {
        Map<String, String> environment = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://all:4318/",
                "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://own:1/exact");
        assertThat(uri(Map.of(), Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://all:4318/")))
                .isEqualTo("http://all:4318/v1/metrics");
        assertThat(uri(Map.of(), environment)).isEqualTo("http://own:1/exact");
        assertThat(uri(Map.of("endpoint", "http://config:2"), environment)).isEqualTo("http://config:2/v1/metrics");
        assertThat(uri(Map.of("endpoint", "http://config:2", "metricsEndpoint", "https://c/x?y=z"), environment))
                .isEqualTo("https://c/x?y=z");
    }

    @ParameterizedTest
    @CsvSource({
        "http://c:1, http://c:1/v1/metrics",
        "http://c:1///, http://c:1/v1/metrics",
        "http://c:1/otlp, http://c:1/otlp/v1/metrics",
        "http://c:1/V1/Metrics, http://c:1/v1/metrics",
        "http://c:1/p/v1/traces, http://c:1/p/v1/metrics",
        "http://c:1/p?key=a%20b, http://c:1/p/v1/metrics?key=a%20b",
        "http://[::1]:4318, http://[::1]:4318/v1/metrics",
        "HTTPS://c, HTTPS://c/v1/metrics",
        "http://c:1/ü, http://c:1/%C3%BC/v1/metrics",
        "http://c:1/p#fragment, http://c:1/p/v1/metrics",
    })
    void aSharedEndpointGetsThePathOfTheSignal(String shared, String expected) {
        assertThat(uri(Map.of("endpoint", shared), Map.of())).isEqualTo(expected);
    }

    @Test
    void switchesAndSampling() {
        assertThat(OtlpSettings.of(Map.of("logs", true, "traces", false), Map.of())
                        .endpoints())
                .containsOnlyKeys(Signal.METRICS, Signal.LOGS);
        assertThat(OtlpSettings.of(Map.of("enabled", false), Map.of()).endpoints())
                .isEmpty();
        assertThat(OtlpSettings.of(Map.of(), Map.of("OTEL_SDK_DISABLED", "TRUE"))
                        .endpoints())
                .isEmpty();
        assertThat(OtlpSettings.of(Map.of("flushIntervalMs", 5), Map.of()).metricsIntervalMs())
                .isEqualTo(1_000);
        Map<String, String> sampler =
                Map.of("OTEL_TRACES_SAMPLER", "parentbased_traceidratio", "OTEL_TRACES_SAMPLER_ARG", "0.25");
        assertThat(OtlpSettings.of(Map.of(), sampler).sampleRatio()).isEqualTo(0.25);
        assertThat(OtlpSettings.of(Map.of("sampleRate", 0.5), sampler).sampleRatio())
                .isEqualTo(0.5);
    }

    @Test
    void headersOfAllPlacesAreMergedAndConfigurationCounts() {
        OtlpEndpoint endpoint = metrics(
                Map.of("headers", Map.of("Authorization", "Bearer config-secret")),
                Map.of(
                        "OTEL_EXPORTER_OTLP_HEADERS", "x-tenant=a%20b, authorization=env-secret",
                        "OTEL_EXPORTER_OTLP_METRICS_HEADERS", "x-own=1"));
        assertThat(endpoint.headers().values())
                .containsEntry("x-tenant", "a b")
                .containsEntry("x-own", "1")
                .containsEntry("authorization", "Bearer config-secret");
        assertThat(endpoint.toString()).doesNotContain("secret").doesNotContain("tenant");
    }

    @Test
    void aResourceSaysNothingOfHostProcessUserOrPath() {
        Map<String, String> environment = Map.of(
                "OTEL_RESOURCE_ATTRIBUTES",
                "deployment.environment.name=prod,host.name=h1,process.pid=1,os.type=linux,user.name=u,service.name=x,"
                        + "k8s.node.name=n1,k8s.pod.uid=0af76519-16cd-43dd-8448-eb211c80319c,code.file.path=a,"
                        + "config=%2Fhome%2Fu,team=sk-CANARY0123456789abcdef,k8s.namespace.name=agents",
                "OTEL_SERVICE_NAME",
                "from-variable");
        Map<String, String> resource = OtlpSettings.of(Map.of(), environment).resource();
        assertThat(resource)
                .containsOnlyKeys(
                        "service.name",
                        "service.version",
                        "service.instance.id",
                        "telemetry.sdk.language",
                        "deployment.environment.name",
                        "k8s.pod.uid",
                        "k8s.namespace.name")
                .containsEntry("service.name", "from-variable")
                .containsEntry("deployment.environment.name", "prod");
        assertThat(OtlpSettings.of(Map.of("serviceName", "mine"), environment).resource())
                .containsEntry("service.name", "mine");
    }

    @Test
    void anInstanceIsAnotherAtEachStartUnlessItIsNamed() {
        assertThat(instance(Map.of())).isNotEqualTo(instance(Map.of()));
        assertThat(instance(Map.of("OTEL_RESOURCE_ATTRIBUTES", "service.instance.id=gateway-1")))
                .isEqualTo("gateway-1");
    }

    private static String instance(Map<String, String> environment) {
        return OtlpSettings.of(Map.of(), environment).resource().get("service.instance.id");
    }

    /** They may be meant for another program. */
    @Test
    void variablesOfWhatIsOffAreNotRead() {
        Map<String, String> wrong = Map.of(
                "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc",
                "OTEL_EXPORTER_OTLP_CERTIFICATE", "absent.pem",
                "OTEL_RESOURCE_ATTRIBUTES", "x",
                "OTEL_TRACES_SAMPLER", "jaeger_remote",
                "OTEL_BSP_MAX_QUEUE_SIZE", "many");
        assertThat(OtlpSettings.of(Map.of("enabled", false), wrong).endpoints()).isEmpty();
        Map<String, String> wrongForTraces = Map.of(
                "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "grpc",
                "OTEL_TRACES_SAMPLER", "jaeger_remote");
        assertThat(OtlpSettings.of(Map.of("traces", false), wrongForTraces).endpoints())
                .containsOnlyKeys(Signal.METRICS);
    }

    @Test
    void anExportEndsBeforeTheNextBegins() {
        assertThat(metrics(Map.of(), Map.of()).timeoutMs()).isEqualTo(10_000);
        assertThat(metrics(Map.of("flushIntervalMs", 2_000), Map.of()).timeoutMs())
                .isEqualTo(2_000);
    }

    @Test
    void queuesHaveTheSizesOfTheVariables() {
        OtlpSettings settings = OtlpSettings.of(Map.of(), Map.of());
        assertThat(List.of(settings.maxQueueSize(), settings.maxBatchSize())).containsExactly(2_048, 512);
        settings = OtlpSettings.of(
                Map.of(), Map.of("OTEL_BSP_MAX_QUEUE_SIZE", "100", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "200"));
        assertThat(List.of(settings.maxQueueSize(), settings.maxBatchSize())).containsExactly(100, 100);
    }

    @Test
    void theConventionsForModelsAreOptedInToByTheirWholeName() {
        assertThat(genAi("http, gen_ai_latest_experimental")).isTrue();
        assertThat(genAi("not_gen_ai_latest_experimental")).isFalse();
    }

    private static boolean genAi(String optIn) {
        return OtlpSettings.of(Map.of(), Map.of("OTEL_SEMCONV_STABILITY_OPT_IN", optIn))
                .genAiNames();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endpoint | localhost:4318 | endpoint: found a string, allowed an http or https URL, such as http://127.0.0.1:4318",
                "endpoint | http://u:secret@c:1 | endpoint: has a credential in the URL; put it into headers",
                "endpoint | http://c:0 | endpoint: found a string, allowed a port from 1 to 65535",
                "endpoint | http://c:99999 | endpoint: found a string, allowed a port from 1 to 65535",
                "endpoint | http://otel_collector:4318 | endpoint: found a string, allowed a host of letters, digits, \"-\" and \".\", or an address; with another name, use the address",
                "endpoint | http://c:4318x | endpoint: found a string, allowed a host of letters, digits, \"-\" and \".\", or an address; with another name, use the address",
                "endpoint | unix:/run/otel.sock | endpoint: found a string, allowed an http or https URL, such as http://127.0.0.1:4318",
                "endpoint | http:///v1/metrics | endpoint: found a string, allowed an http or https URL, such as http://127.0.0.1:4318",
                "protocol | grpc | protocol: found \"grpc\", allowed \"http/protobuf\", which a collector takes on port 4318",
                "names | both | names: found \"both\", allowed \"openclaw\" or \"prometheus\"",
                "names | sk-abcdefgh12345678 | names: found a string, allowed \"openclaw\" or \"prometheus\"",
                "compatibility | 2026.4 | compatibility: found \"2026.4\", allowed \"2026.5\" or \"2026.9\"",
                "traces | yes | traces: found a string, allowed true or false",
                "sampleRate | 1 | sampleRate: found a string, allowed 0 to 1",
                "tracesEndpoint | x | tracesEndpoint: found a string, allowed an http or https URL, such as http://127.0.0.1:4318",
                "headers | x | headers: found a string, allowed an object whose values are strings",
                "metricNamePrefix | 1a | metricNamePrefix: found \"1a\", allowed up to 128 characters of A-Z, a-z, 0-9, _ . - / that begin with a letter, or none",
            })
    void aWrongValueIsNamed(String key, String value, String message) {
        assertThatThrownBy(() -> OtlpSettings.of(Map.of(key, value), Map.of()))
                .isInstanceOf(ConfigProblemsException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "Content-Length", "transfer-encoding"})
    void aHeaderOfTheExporterIsRefused(String name) {
        Map<String, Object> config = Map.of("headers", Map.of(name, "secret"));
        assertThatThrownBy(() -> OtlpSettings.of(config, Map.of()))
                .hasMessageStartingWith("headers: " + name.toLowerCase(Locale.ROOT) + " is set by the exporter")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-key=a%00b", "x-key=a%0D%0Ab: c", "x-key=%E2%82%AC", "x key=a", "=a", " =a", "x-key"})
    void headersThatHttpDoesNotAllowAreRefusedWithoutTheirText(String headers) {
        Map<String, String> environment = Map.of("OTEL_EXPORTER_OTLP_HEADERS", headers);
        assertThatThrownBy(() -> OtlpSettings.of(Map.of(), environment))
                .hasMessageStartingWith("environment OTEL_EXPORTER_OTLP_HEADERS: ")
                .hasMessageNotContaining("x-key")
                .hasMessageNotContaining(headers);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {"k=\"a\" | \"a\"", "k=a%2Cb%3D | a,b=", "k= a , | a", "k=a+b | a+b", "k=a%zz | a%zz", "k=a=b | a=b"
            })
    void attributesAreDecodedAsBaggageIs(String pairs, String value) {
        assertThat(OtlpSettings.of(Map.of(), Map.of("OTEL_RESOURCE_ATTRIBUTES", pairs))
                        .resource())
                .containsEntry("k", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=a", " =a"})
    void anAttributeHasAName(String pairs) {
        Map<String, String> environment = Map.of("OTEL_RESOURCE_ATTRIBUTES", pairs);
        assertThatThrownBy(() -> OtlpSettings.of(Map.of(), environment))
                .hasMessage("environment OTEL_RESOURCE_ATTRIBUTES: found a string, allowed name=value, several"
                        + " separated by commas");
    }

    @Test
    void anAttributeWithControlCharactersIsLeftOut() {
        Map<String, String> environment = Map.of("OTEL_RESOURCE_ATTRIBUTES", "a=x%00y,b=x%0Ay,c=z");
        assertThat(OtlpSettings.of(Map.of(), environment).resource())
                .containsEntry("c", "z")
                .doesNotContainKeys("a", "b");
    }

    @Test
    void everyProblemIsNamedOnceAndNullIsNoDefault() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("endpoint", null);
        config.put("logs", "on");
        config.put("sampleRate", 2);
        config.put("unknown", 1);
        Map<String, String> environment = Map.of(
                "OTEL_EXPORTER_OTLP_TIMEOUT", "soon", "OTEL_BSP_MAX_QUEUE_SIZE", "0", "OTEL_TRACES_SAMPLER", "x");
        assertThatThrownBy(() -> OtlpSettings.of(config, environment))
                .satisfies(refused -> assertThat(refused.getMessage().lines())
                        .satisfiesExactlyInAnyOrder(
                                line -> assertThat(line).isEqualTo("endpoint: found null, allowed a string"),
                                line -> assertThat(line).isEqualTo("logs: found a string, allowed true or false"),
                                line -> assertThat(line).isEqualTo("sampleRate: found 2, allowed 0 to 1"),
                                line -> assertThat(line).startsWith("unknown: unknown key; known here: captureContent"),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "environment OTEL_EXPORTER_OTLP_TIMEOUT: found \"soon\", allowed 1 to 3600000"),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "environment OTEL_BSP_MAX_QUEUE_SIZE: found \"0\", allowed 1 to 65536"),
                                line -> assertThat(line).startsWith("environment OTEL_TRACES_SAMPLER: found \"x\"")));
    }

    @Test
    void anUnknownKeyIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> OtlpSettings.of(Map.of("endpiont", "http://c"), Map.of()))
                .hasMessageStartingWith("endpiont: unknown key; known here: captureContent, compatibility, enabled");
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_EXPORTER_OTLP_PROTOCOL, grpc",
        "OTEL_EXPORTER_OTLP_METRICS_TIMEOUT, soon",
        "OTEL_EXPORTER_OTLP_COMPRESSION, zstd",
        "OTEL_EXPORTER_OTLP_HEADERS, secret-without-equals",
        "OTEL_METRIC_EXPORT_INTERVAL, -1",
        "OTEL_TRACES_SAMPLER, jaeger_remote",
        "OTEL_TRACES_SAMPLER, not_always_on",
        "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE, delta",
        "OTEL_EXPORTER_OTLP_CERTIFICATE, absent.pem",
        "OTEL_EXPORTER_OTLP_CLIENT_KEY, key-without-certificate.pem",
        "OTEL_BSP_MAX_QUEUE_SIZE, 0",
        "OTEL_RESOURCE_ATTRIBUTES, secret-without-equals",
    })
    void aWrongVariableIsNamedWithoutItsValue(String variable, String value) {
        assertThatThrownBy(() -> OtlpSettings.of(Map.of(), Map.of(variable, value)))
                .hasMessageStartingWith("environment " + variable + ": ")
                .hasMessageNotContaining("secret");
    }
}
