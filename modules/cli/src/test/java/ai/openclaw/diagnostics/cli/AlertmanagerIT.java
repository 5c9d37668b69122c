package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.Pager.Notification;
import ai.openclaw.diagnostics.testing.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A real Alertmanager with the example configuration: how many notifications come of alerts that belong together. */
@Execution(ExecutionMode.CONCURRENT)
class AlertmanagerIT {

    private static final Path EXAMPLE = Path.of("../../alerts/alertmanager.yml");
    private static final int GATEWAYS = 10;

    @TempDir
    private Path folder;

    @BeforeEach
    void requireAlertmanager() {
        Tools.require(RunningAlertmanager.PROGRAM);
    }

    @Test
    void aProviderThatIsDownForAllGatewaysIsOnePage() throws Exception {
        Stream<JsonObject> ofGateways = gateways()
                .flatMap(gateway -> Stream.of(
                        provider("OpenClawProviderDown", "warning")
                                .put("scope", "gateway")
                                .put("instance", gateway),
                        provider("OpenClawProviderDown", "warning")
                                .put("scope", "gateway")
                                .put("window", "1d")
                                .put("instance", gateway),
                        provider("OpenClawModelErrorRatioHigh", "warning")
                                .put("scope", "gateway")
                                .put("instance", gateway)
                                .put("model", "claude-opus-4.6")));
        Stream<JsonObject> ofJob = Stream.of(
                provider("OpenClawProviderDown", "critical"),
                provider("OpenClawModelErrorRatioHigh", "warning").put("model", "claude-opus-4.6"));

        List<Notification> notifications =
                notificationsOf(Stream.concat(ofJob, ofGateways).toList());

        assertThat(notifications).hasSize(1).first().satisfies(page -> {
            assertThat(page.receiver()).isEqualTo("pager");
            assertThat(page.messages())
                    .hasSize(1)
                    .allMatch(message -> message.alert().equals("OpenClawProviderDown"));
        });
    }

    @Test
    void whatFailsAtSomeGatewaysIsOneTicketThatNamesThem() throws Exception {
        List<JsonObject> alerts = gateways()
                .limit(3)
                .map(gateway -> alert("OpenClawDeliveryFailing", "warning")
                        .put("scope", "gateway")
                        .put("instance", gateway)
                        .put("channel", "telegram"))
                .toList();

        assertThat(notificationsOf(alerts)).hasSize(1).first().satisfies(ticket -> {
            assertThat(ticket.receiver()).isEqualTo("tickets");
            assertThat(ticket.messages()).hasSize(3);
        });
    }

    @Test
    void aProviderDownForOneGatewayLeavesTheModelsOfOthersAlone() throws Exception {
        List<Notification> notifications = notificationsOf(List.of(
                provider("OpenClawProviderDown", "warning")
                        .put("scope", "gateway")
                        .put("instance", "a:18789"),
                provider("OpenClawModelErrorRatioHigh", "warning")
                        .put("scope", "gateway")
                        .put("instance", "a:18789"),
                provider("OpenClawModelErrorRatioHigh", "warning")
                        .put("scope", "gateway")
                        .put("instance", "b:18789")));

        assertThat(notifications.stream().flatMap(notification -> notification.messages().stream()))
                .extracting(message -> message.alert() + " " + message.labels().get("instance"))
                .containsExactlyInAnyOrder("OpenClawProviderDown a:18789", "OpenClawModelErrorRatioHigh b:18789");
    }

    private static Stream<String> gateways() {
        return IntStream.range(0, GATEWAYS).mapToObj(gateway -> "gateway-" + gateway + ":18789");
    }

    private static JsonObject provider(String alert, String severity) {
        return alert(alert, severity).put("provider", "anthropic");
    }

    private static JsonObject alert(String alert, String severity) {
        return new JsonObject()
                .put("alertname", alert)
                .put("severity", severity)
                .put("job", "openclaw");
    }

    /**
     * Returns what comes of alerts that fire at once. It is complete when a page and a ticket have come for two further
     * alerts, which fire after the first notification: a group waits equally long for each receiver.
     */
    private List<Notification> notificationsOf(List<JsonObject> alerts) throws Exception {
        try (Pager pager = new Pager();
                RunningAlertmanager alertmanager = RunningAlertmanager.start(configuration(pager), folder)) {
            fire(alertmanager, alerts);
            pager.await(Await.PATIENCE, message -> true);
            fire(
                    alertmanager,
                    List.of(alert("Last", "critical"), alert("Last", "warning").put("instance", "other")));
            pager.await(Await.PATIENCE, message -> message.is("Last", "severity", "critical"));
            pager.await(Await.PATIENCE, message -> message.is("Last", "severity", "warning"));
            return pager.notifications().stream()
                    .filter(notification ->
                            !notification.messages().get(0).alert().equals("Last"))
                    .toList();
        }
    }

    /** The example with the pager behind every receiver and five seconds of waiting for others of a group. */
    private Path configuration(Pager pager) throws IOException {
        String faster = Files.readString(EXAMPLE)
                .replaceAll("group_wait: \\d+s", "group_wait: 5s")
                .replaceAll("http://127.0.0.1:9095/\\w+", pager.url());
        return Files.writeString(folder.resolve("alertmanager.yml"), faster);
    }

    private static void fire(RunningAlertmanager alertmanager, List<JsonObject> labels) throws Exception {
        JsonArray alerts = new JsonArray(labels.stream()
                .map(each -> new JsonObject().put("labels", each))
                .toList());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + alertmanager.address() + "/api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(alerts.encode()))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }
}
