package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Whom an Alertmanager's webhook wakes: keeps every message, in the order in which they came. */
final class Pager implements AutoCloseable {

    private static final Duration LIMIT = Await.PATIENCE;

    private final Vertx vertx = Vertx.vertx();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<Notification> notifications = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** What one receiver is told at once. */
    record Notification(String receiver, List<Message> messages) {}

    /** What came of one alert: it fires, or it is resolved. */
    record Message(boolean firing, Map<String, String> labels, Map<String, String> annotations) {

        private static Message of(JsonObject alert) {
            return new Message(
                    alert.getString("status").equals("firing"),
                    texts(alert.getJsonObject("labels")),
                    texts(alert.getJsonObject("annotations")));
        }

        private static Map<String, String> texts(JsonObject object) {
            Map<String, String> texts = new TreeMap<>();
            object.forEach(entry -> texts.put(entry.getKey(), (String) entry.getValue()));
            return texts;
        }

        String alert() {
            return labels.getOrDefault("alertname", "");
        }

        /** Tells whether it is about this alert and has such a value of a label. */
        boolean is(String alert, String label, String value) {
            return alert().equals(alert) && value.equals(labels.get(label));
        }
    }

    Pager() {
        this.server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    keep(body);
                    request.response().end();
                }));
        Await.done("the pager to listen", LIMIT, server.listen(0, "127.0.0.1").toCompletionStage());
    }

    private void keep(Buffer body) {
        JsonObject notification = new JsonObject(body);
        JsonArray alerts = notification.getJsonArray("alerts");
        List<Message> told = IntStream.range(0, alerts.size())
                .mapToObj(alerts::getJsonObject)
                .map(Message::of)
                .toList();
        notifications.add(new Notification(notification.getString("receiver"), told));
        messages.addAll(told);
    }

    /** Returns where an Alertmanager is to post. */
    String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/";
    }

    /** Returns what came, as it was grouped. */
    List<Notification> notifications() {
        return notifications;
    }

    List<Message> messages() {
        return messages;
    }

    /** Returns the first message like this, or nothing if none has come within the limit. */
    Optional<Message> await(Duration limit, Predicate<Message> wanted) {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<Message> found = find(wanted);
        while (found.isEmpty() && System.nanoTime() - deadline < 0) {
            Await.pause(Duration.ofMillis(100));
            found = find(wanted);
        }
        return found;
    }

    private Optional<Message> find(Predicate<Message> wanted) {
        return messages.stream().filter(wanted).findFirst();
    }

    @Override
    public void close() {
        Await.done("the pager to close", LIMIT, vertx.close().toCompletionStage());
    }
}
