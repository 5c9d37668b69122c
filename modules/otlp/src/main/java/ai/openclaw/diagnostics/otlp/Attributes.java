package ai.openclaw.diagnostics.otlp;

import java.util.Map;

/** Writes lists of {@code KeyValue}, as resources, data points, spans and log entries have them. */
final class Attributes {

    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int STRING_VALUE = 1;
    private static final int INT_VALUE = 3;

    private Attributes() {}

    /** Writes an attribute with a text. */
    static void text(ProtoWriter out, int field, String key, String value) {
        int attribute = out.begin(field);
        out.text(KEY, key);
        int any = out.begin(VALUE);
        out.text(STRING_VALUE, value);
        out.end(any);
        out.end(attribute);
    }

    /** Writes an attribute with a whole number; for spans only: a metric with numbers in its attributes has no bound. */
    static void number(ProtoWriter out, int field, String key, long value) {
        int attribute = out.begin(field);
        out.text(KEY, key);
        int any = out.begin(VALUE);
        out.int64(INT_VALUE, value);
        out.end(any);
        out.end(attribute);
    }

    /** Writes a resource: what all that is sent has in common. */
    static void resource(ProtoWriter out, int field, Map<String, String> attributes) {
        int resource = out.begin(field);
        attributes.forEach((key, value) -> text(out, 1, key, value));
        out.end(resource);
    }
}
