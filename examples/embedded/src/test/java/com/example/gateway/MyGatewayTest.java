package com.example.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example does what it is an example of. */
class MyGatewayTest {

    @TempDir
    Path folder;

    private Path errors;

    @BeforeEach
    void createErrors() throws Exception {
        errors = Files.createFile(folder.resolve("errors"));
    }

    @Test
    void aMessageThatWasAnsweredIsCountedForTheOperator() throws Exception {
        Vertx vertx = Vertx.vertx();
        io.vertx.core.http.HttpClient client = vertx.createHttpClient();
        try {
            MyGateway gateway = new MyGateway(0, "secret");
            await(vertx.deployVerticle(gateway));
            assertThat(body(client, HttpMethod.POST, gateway.port(), "/messages"))
                    .isEqualTo("Hello!");
            assertThat(body(client, HttpMethod.GET, gateway.port(), "/api/diagnostics/prometheus"))
                    .contains(
                            "openclaw_message_processed_total{channel=\"webchat\",outcome=\"completed\",reason=\"none\"} 1\n");
        } finally {
            await(vertx.close());
        }
    }

    @Test
    void aWrongTokenIsRefusedWithoutALogEntry() throws Exception {
        Process process = start("secret", Integer.toString(freePort()));
        try {
            String listening = process.inputReader().readLine();
            assertThat(listening).startsWith("Listening on ");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(listening.substring("Listening on ".length())
                                            + "/api/diagnostics/prometheus"))
                                    .header("Authorization", "Bearer wrong")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"error\":{\"message\":\"Unauthorized\",\"type\":\"unauthorized\"}}");
        } finally {
            process.destroy();
        }
        assertThat(errors).isEmptyFile();
    }

    @Test
    void aPortThatIsTakenEndsTheProcessWithTheReason() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Process process = start("secret", Integer.toString(taken.getLocalPort()));
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(Files.readAllLines(errors))
                    .singleElement()
                    .asString()
                    .startsWith("The Gateway did not start on port " + taken.getLocalPort() + ": ")
                    .contains("in use");
        }
    }

    @Test
    void withoutATokenTheProcessSaysWhatIsMissing() throws Exception {
        for (String token : new String[] {null, "", " "}) {
            Process process = start(token, "0");
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(Files.readAllLines(errors))
                    .containsExactly("MY_TOKEN is not set. Set it to the token that operators and Prometheus present.");
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.getLocalPort();
        }
    }

    private Process start(String token, String port) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                System.getProperty("jdk.module.path"),
                "-m",
                "com.example.gateway/com.example.gateway.MyGateway",
                port);
        builder.environment().remove("MY_TOKEN");
        if (token != null) {
            builder.environment().put("MY_TOKEN", token);
        }
        return builder.redirectError(errors.toFile()).start();
    }

    private static String body(io.vertx.core.http.HttpClient client, HttpMethod method, int port, String path)
            throws Exception {
        return await(client.request(method, port, "127.0.0.1", path)
                .compose(request -> request.putHeader("Authorization", "Bearer secret")
                        .send()
                        .compose(HttpClientResponse::body))
                .map(Buffer::toString));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
