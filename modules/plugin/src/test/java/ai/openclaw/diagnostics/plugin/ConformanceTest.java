package ai.openclaw.diagnostics.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.Rejections;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded streams leave exactly the exposition that is expected of them. */
class ConformanceTest {

    private static final Path STREAMS = Path.of("../../conformance");
    private static final double RELATIVE = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"gateway-2026.5.28", "gateway-2026.9.6", "plain", "hostile", "flood"})
    void aStreamLeavesTheExpectedExposition(String stream) {
        expect(stream, Profile.V2026_5, stream + ".prom.gz");
    }

    @Test
    void aStreamLeavesTheExpectedExpositionOfALaterProfile() {
        expect("gateway-2026.9.6", Profile.V2026_9, "gateway-2026.9.6.profile-2026.9.prom.gz");
    }

    private static void expect(String stream, Profile profile, String exposition) {
        PrometheusExporter exporter =
                PrometheusExporter.create(ExporterOptions.defaults().withProfile(profile), Rejections.create());
        replay(stream, exporter);

        ParsedExposition expected = ParsedExposition.of(read(exposition)).withoutIdleDropCounter();
        ParsedExposition actual =
                ParsedExposition.of(exporter.exposition().text()).withoutIdleDropCounter();
        assertThat(actual.types()).isEqualTo(expected.types());
        assertThat(actual.samples().keySet()).isEqualTo(expected.samples().keySet());
        expected.samples()
                .forEach((sample, value) -> assertThat(actual.samples().get(sample))
                        .as(sample)
                        .isCloseTo(value, within(Math.abs(value) * RELATIVE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway-2026.5.28", "plain"})
    void nothingThatAHealthyGatewayEmitsIsRejected(String stream) {
        PrometheusExporter exporter = PrometheusExporter.create();
        replay(stream, exporter);
        assertThat(exporter.rejections().total()).isZero();
    }

    private static void replay(String stream, PrometheusExporter exporter) {
        EventDecoder decoder = EventDecoder.create(exporter.rejections());
        read(stream + ".ndjson.gz")
                .lines()
                .forEach(line ->
                        decoder.decode(line).ifPresent(it -> exporter.recorder().onEvent(it.event(), it.provenance())));
    }

    private static String read(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(STREAMS.resolve(name))), StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
