package ai.openclaw.diagnostics.otlp.metrics;

import ai.openclaw.diagnostics.otlp.wire.Attributes;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A label of a family as an attribute. With each value that series have it is encoded once: most are the values of many. */
final class LabelAttribute {

    private final int field;
    private final String label;
    private final byte[] key;
    private final Map<String, byte[]> encoded = new HashMap<>();
    private final ProtoWriter out = new ProtoWriter(64);

    /**
     * @param field of the attributes in a point
     * @param label the name of the label
     * @param attribute the name of the attribute
     */
    LabelAttribute(int field, String label, String attribute) {
        this.field = field;
        this.label = label;
        this.key = Attributes.key(attribute);
    }

    /** Tells whether the label has that name. */
    boolean isOf(String name) {
        return label.equals(name);
    }

    /** Returns the attribute with a value, encoded; null if {@link #encode} has not been called with it. */
    byte @Nullable [] encoded(String value) {
        return encoded.get(value);
    }

    /** Encodes the attribute with a value and keeps it. Separate, since it is rare: what is called often stays short. */
    byte[] encode(String value) {
        out.clear(0);
        Attributes.text(out, field, key, value);
        byte[] bytes = out.toBytes();
        encoded.put(value, bytes);
        return bytes;
    }
}
