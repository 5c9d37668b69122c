package ai.openclaw.diagnostics.otlp.wire;

import java.nio.charset.StandardCharsets;

/** Writes lists of {@code KeyValue}, as resources, data points, spans and log entries have them. */
public final class Attributes {

    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int STRING_VALUE = 1;
    private static final int INT_VALUE = 3;

    private Attributes() {}

    /** Writes an attribute with a text. */
    public static void text(ProtoWriter out, int field, String key, String value) {
        int attribute = out.begin(field);
        out.text(KEY, key);
        anyText(out, VALUE, value);
        out.end(attribute);
    }

    /** Encodes the key of an attribute, to be written with many values. */
    public static byte[] key(String key) {
        ProtoWriter out = new ProtoWriter(64);
        out.text(KEY, key);
        return out.toBytes();
    }

    /** Writes an attribute with a text; its lengths are known, so nothing is moved. */
    public static void text(ProtoWriter out, int field, byte[] encodedKey, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        int any = 1 + ProtoWriter.varintSize(text.length) + text.length;
        out.lengthOf(field, encodedKey.length + 1 + ProtoWriter.varintSize(any) + any);
        out.raw(encodedKey, 0, encodedKey.length);
        out.lengthOf(VALUE, any);
        out.bytes(STRING_VALUE, text);
    }

    /** Writes an attribute with a whole number; for spans only: numbers in the attributes of a metric have no bound. */
    public static void number(ProtoWriter out, int field, String key, long value) {
        int attribute = out.begin(field);
        out.text(KEY, key);
        int any = out.begin(VALUE);
        out.int64(INT_VALUE, value);
        out.end(any);
        out.end(attribute);
    }

    /** Writes a text as an {@code AnyValue}. */
    public static void anyText(ProtoWriter out, int field, String value) {
        int any = out.begin(field);
        out.text(STRING_VALUE, value);
        out.end(any);
    }
}
