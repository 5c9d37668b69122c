/**
 * What an operator looks at: the status as data and as a page. It reads what recording and exporters tell about themselves;
 * a Gateway composes it, it depends on no Gateway and on no exporter.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.operator {
    requires static org.jspecify;
    requires transitive ai.openclaw.diagnostics.events;
    requires ai.openclaw.diagnostics.http;
    requires ai.openclaw.diagnostics.recording;
    requires ai.openclaw.diagnostics.spi;
    requires io.vertx.auth.common;
    requires transitive io.vertx.core;
    requires transitive io.vertx.web;
    requires java.management;

    exports ai.openclaw.diagnostics.operator;
}
