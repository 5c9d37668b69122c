package ai.openclaw.diagnostics.otlp.wire;

import java.util.Map;

/**
 * What encloses the items of an export: the resource and the scope, which have the same field numbers in the messages of all
 * signals. For one thread at a time.
 *
 * <p>Its length depends on that of the items, so it is written when they are there, into room that was left before them.
 */
public final class Envelope {

    // ExportMetricsServiceRequest, ExportTraceServiceRequest, ExportLogsServiceRequest
    private static final int RESOURCE_ITEMS = 1;
    // ResourceMetrics, ResourceSpans, ResourceLogs
    private static final int RESOURCE = 1;
    private static final int SCOPE_ITEMS = 2;
    // ScopeMetrics, ScopeSpans, ScopeLogs
    private static final int SCOPE = 1;
    private static final int SCOPE_NAME = 1;
    private static final int ATTRIBUTES = 1;
    private static final int MAX_LENGTH_OF_MESSAGE = 6;

    private final byte[] resource;
    private final byte[] scope;
    private final ProtoWriter head = new ProtoWriter(256);

    /** @param attributes of the resource: what everything that is sent has in common */
    public Envelope(Map<String, String> attributes) {
        ProtoWriter out = new ProtoWriter(256);
        int begin = out.begin(RESOURCE);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            Attributes.text(out, ATTRIBUTES, attribute.getKey(), attribute.getValue());
        }
        out.end(begin);
        this.resource = out.toBytes();
        out.clear(0);
        begin = out.begin(SCOPE);
        out.text(SCOPE_NAME, "openclaw");
        out.end(begin);
        this.scope = out.toBytes();
    }

    /** Begins a message: clears the writer and leaves room. */
    public void begin(ProtoWriter out) {
        out.clear(resource.length + scope.length + 2 * MAX_LENGTH_OF_MESSAGE);
    }

    /** Ends the message that consists of what was written since. */
    public void end(ProtoWriter out) {
        int inScope = scope.length + out.length();
        head.clear(0);
        head.lengthOf(RESOURCE_ITEMS, resource.length + 1 + ProtoWriter.varintSize(inScope) + inScope);
        head.raw(resource, 0, resource.length);
        head.lengthOf(SCOPE_ITEMS, inScope);
        head.raw(scope, 0, scope.length);
        out.prepend(head);
    }
}
