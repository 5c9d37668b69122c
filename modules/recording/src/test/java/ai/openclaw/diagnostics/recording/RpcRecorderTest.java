package ai.openclaw.diagnostics.recording;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.events.GatewayRpc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of the Gateway's methods: each phase records what is known of it and nothing else. */
class RpcRecorderTest {

    private final Recording recording = Recording.of(Profile.V2026_9);

    private static GatewayRpc event(String phase, String outcome) {
        return GatewayRpc.builder()
                .method("chat.send")
                .phase(phase)
                .outcome(outcome)
                .durationMs(2000)
                .admissionMs(3000)
                .queueWaitMs(4000)
                .build();
    }

    @Test
    void aReceivedCallCountsByMethodAlone() {
        assertThat(recording.record(event("received", null)).lines())
                .containsExactly("gateway_rpc_requests_total[chat.send] 1");
    }

    @ParameterizedTest
    @CsvSource({"ok", "error"})
    void anAnswerIsTimed(String outcome) {
        assertThat(recording.record(event("response", outcome)).lines())
                .containsExactly(
                        "gateway_rpc_outcomes_total[" + outcome + ", response] 1",
                        "gateway_rpc_first_response_seconds[chat.send] 1 of 2");
    }

    @ParameterizedTest
    @CsvSource({"unavailable", "suppressed"})
    void aCallWithoutAnAnswerIsNotTimed(String outcome) {
        assertThat(recording.record(event("response", outcome)).lines())
                .containsExactly("gateway_rpc_outcomes_total[" + outcome + ", response] 1");
    }

    @Test
    void theHandlerIsTimedBeforeItsAdmission() {
        assertThat(recording.record(event("handler", "threw")).lines())
                .containsExactly(
                        "gateway_rpc_outcomes_total[threw, handler] 1",
                        "gateway_rpc_handler_seconds[chat.send] 1 of 2",
                        "gateway_rpc_admission_seconds[chat.send] 1 of 3");
    }

    @Test
    void ofADispatchTheWaitIsTimed() {
        assertThat(recording.record(event("dispatch", "cancelled")).lines())
                .containsExactly(
                        "gateway_rpc_outcomes_total[cancelled, dispatch] 1",
                        "gateway_rpc_queue_wait_seconds[chat.send] 1 of 4");
    }

    @Test
    void unlistedPhasesAndOutcomesAreUnknown() {
        assertThat(recording
                        .record(event("teleport", "vanished"), event(null, null))
                        .lines())
                .containsExactly("gateway_rpc_outcomes_total[unknown, unknown] 2");
    }

    @Test
    void aMethodGoesThroughTheLabelPolicy() {
        GatewayRpc secret =
                GatewayRpc.builder().method("agent:main:x").phase("received").build();
        assertThat(recording.record(secret).lines()).containsExactly("gateway_rpc_requests_total[unknown] 1");
    }
}
