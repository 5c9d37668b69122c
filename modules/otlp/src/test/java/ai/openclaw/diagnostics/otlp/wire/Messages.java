package ai.openclaw.diagnostics.otlp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads what was encoded by hand with OpenTelemetry's own classes. */
public final class Messages {

    private Messages() {}

    /** Returns the bytes that count. */
    public static ByteString bytes(ProtoWriter out) {
        return ByteString.copyFrom(out.array(), out.offset(), out.length());
    }

    /** Fails if a message has a field that its class does not know, or would be encoded in another length. */
    public static void assertUnderstood(Message message, ProtoWriter out) {
        assertThat(message.getSerializedSize()).isEqualTo(out.length());
        assertNothingUnknown(message);
    }

    private static void assertNothingUnknown(Message message) {
        assertThat(message.getUnknownFields().asMap()).isEmpty();
        message.getAllFields().values().forEach(value -> {
            List<?> values = value instanceof List<?> list ? list : List.of(value);
            values.stream().filter(Message.class::isInstance).forEach(it -> assertNothingUnknown((Message) it));
        });
    }

    /** Returns a message with all attributes sorted by their keys, which have no order. */
    @SuppressWarnings("unchecked")
    public static <T extends Message> T sorted(T message) {
        Message.Builder builder = message.toBuilder();
        message.getAllFields().forEach((field, value) -> {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                builder.setField(field, field.isRepeated() ? sorted((List<Message>) value) : sorted((Message) value));
            }
        });
        return (T) builder.build();
    }

    private static List<Message> sorted(List<Message> messages) {
        Stream<Message> sorted = messages.stream().map(message -> sorted(message));
        boolean attributes = !messages.isEmpty() && messages.get(0) instanceof KeyValue;
        return (attributes ? sorted.sorted(Comparator.comparing(it -> ((KeyValue) it).getKey())) : sorted).toList();
    }
}
