package ai.openclaw.diagnostics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.http.exposition.Body;
import ai.openclaw.diagnostics.http.exposition.Encoding;
import ai.openclaw.diagnostics.http.exposition.Formats;
import ai.openclaw.diagnostics.plugin.ExporterOptions;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bridge's own tests, and the bridge against the real endpoint. Needs Node 20 or newer on the path. */
class BridgeIT {

    private static final String TOKEN = "bridge-test-token";

    @TempDir
    private Path folder;

    @BeforeAll
    static void nodeIsThere() throws Exception {
        Node.require();
    }

    @Test
    void theBridgesOwnTestsPass() throws Exception {
        List<String> tests;
        try (Stream<Path> files = Files.list(Node.ROOT.resolve("bridge/test"))) {
            tests = files.map(Path::toString)
                    .filter(file -> file.endsWith(".test.js"))
                    .sorted()
                    .toList();
        }
        List<String> arguments =
                Stream.concat(Stream.of("--test"), tests.stream()).toList();
        assertThat(Node.run(folder, "", arguments)).contains("# fail 0").doesNotContain("# pass 0");
    }

    @ParameterizedTest
    @CsvSource({
        "gateway-2026.5.28, V2026_5",
        "gateway-2026.9.6, V2026_5",
        "gateway-2026.5.28, V2026_9",
        "gateway-2026.9.6, V2026_9"
    })
    void aStreamThroughTheBridgeGivesTheSameMetricsAsWithoutIt(String stream, Profile profile) throws Exception {
        Path recording = Node.ROOT.resolve("conformance").resolve(stream + ".ndjson.gz");
        PrometheusExporter exporter = exporter(profile);
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        channel.subscribe(exporter.recorder());
        Vertx vertx = Vertx.vertx();
        try {
            HttpServer server = serve(vertx, IngestRoute.of(vertx, channel, Rejections.create()));
            Path tokenFile = Files.writeString(folder.resolve("token"), TOKEN);
            String endpoint = "http://127.0.0.1:" + server.actualPort() + IngestRoute.PATH;
            String stats = Node.run(
                    folder,
                    "",
                    List.of("test/support/replay.js", recording.toString(), endpoint, tokenFile.toString()));
            assertThat(stats).contains("\"dropped\":0,").doesNotContain("\"sent\":0,");
            assertThat(text(exporter)).isEqualTo(direct(recording, profile)).isNotEmpty();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static HttpServer serve(Vertx vertx, IngestRoute route) {
        Router router = Router.router(vertx);
        route.mount(router, SimpleAuthenticationHandler.create().authenticate(context -> {
            if (!("Bearer " + TOKEN).equals(context.request().getHeader("Authorization"))) {
                return Future.failedFuture(new HttpException(401));
            }
            User user = User.fromName("bridge");
            user.authorizations().put("test", PermissionBasedAuthorization.create("operator.write"));
            return Future.succeededFuture(user);
        }));
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static PrometheusExporter exporter(Profile profile) {
        return PrometheusExporter.create(ExporterOptions.defaults().withProfile(profile), Rejections.create());
    }

    private static String direct(Path recording, Profile profile) throws IOException {
        PrometheusExporter exporter = exporter(profile);
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        channel.subscribe(exporter.recorder());
        EventDecoder decoder = EventDecoder.create(exporter.rejections());
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(recording)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .forEach(
                            line -> decoder.decode(line).ifPresent(it -> channel.publish(it.event(), it.provenance())));
        }
        return text(exporter);
    }

    private static String text(PrometheusExporter exporter) {
        Body body = exporter.exposition().render(Formats.TEXT, Encoding.IDENTITY);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < body.parts(); i++) {
            out.writeBytes(body.part(i));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
