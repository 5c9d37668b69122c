package ai.openclaw.diagnostics.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.List;

/** Reads what was encoded by hand with OpenTelemetry's own classes. */
final class Messages {

    private Messages() {}

    /** Returns the bytes that count. */
    static ByteString bytes(ProtoWriter out) {
        return ByteString.copyFrom(out.array(), 0, out.length());
    }

    /** Fails if a message has a field that its class does not know, or would be encoded in another length. */
    static void assertUnderstood(Message message, ProtoWriter out) {
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
}
