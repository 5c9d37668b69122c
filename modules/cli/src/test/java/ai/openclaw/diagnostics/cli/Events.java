package ai.openclaw.diagnostics.cli;

import io.vertx.core.json.JsonObject;

/** Diagnostic events as lines of a recording. */
final class Events {

    private Events() {}

    /** Returns the line of an event that comes from the Gateway's core. */
    static String trusted(JsonObject event) {
        return new JsonObject()
                .put("event", event)
                .put("metadata", new JsonObject().put("trusted", true))
                .encode();
    }

    /** Returns an event that makes one series which says that everything before it was read. */
    static String marker(String name) {
        return trusted(new JsonObject()
                .put("type", "message.delivery.started")
                .put("channel", name)
                .put("deliveryKind", "text"));
    }

    /** Returns the sample that a marker makes. */
    static String markerSeries(String name) {
        return "openclaw_message_delivery_started_total{channel=\"" + name + "\",delivery_kind=\"text\"}";
    }
}
