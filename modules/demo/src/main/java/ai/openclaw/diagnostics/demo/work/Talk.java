package ai.openclaw.diagnostics.demo.work;

import ai.openclaw.diagnostics.demo.cast.Latency;
import ai.openclaw.diagnostics.demo.cast.Mix;
import ai.openclaw.diagnostics.demo.stage.Stage;
import ai.openclaw.diagnostics.events.TalkEvent;

/** A voice session: turns of audio in, a pause for thought, and audio out. */
public final class Talk {

    private static final double MEAN_GAP_MS = 75_000;
    private static final long PIECE_MS = 400;
    private static final double PIECE_MEDIAN_BYTES = 16_000;
    private static final double PIECE_SIGMA = 0.35;
    private static final Latency THOUGHT = new Latency(900, 0.5, 6_000);
    private static final Latency SILENCE = new Latency(2_200, 0.6, 15_000);
    private static final Mix<Voice> VOICES = Mix.of(new Voice("agent-consult", "realtime", "openai", "webrtc"), 5)
            .and(new Voice("direct-tools", "realtime", "google", "gateway-relay"), 3)
            .and(new Voice("agent-consult", "stt-tts", "elevenlabs", "managed-room"), 3)
            .and(new Voice("none", "transcription", "deepgram", "gateway-relay"), 1);

    private final Stage stage;
    private final Voice voice;
    private final long startedMs;
    private long turnsLeft;

    private Talk(Stage stage) {
        this.stage = stage;
        this.voice = VOICES.pick(stage.dice());
        this.startedMs = stage.nowMs();
        this.turnsLeft = stage.dice().between(1, 4);
    }

    /** Plans a talk session now and then. */
    public static void plan(Stage stage) {
        stage.every(() -> stage.dice().gap(MEAN_GAP_MS), () -> begin(stage));
    }

    /** Starts a talk session now. */
    public static void begin(Stage stage) {
        Talk talk = new Talk(stage);
        stage.trusted(talk.voice.event("session.started", Double.NaN, Double.NaN));
        talk.turn();
    }

    private void turn() {
        long sinceMs = stage.nowMs();
        stage.trusted(voice.event("turn.started", Double.NaN, Double.NaN));
        long heardMs = audio("input.audio.delta", stage.dice().between(3, 9));
        stage.in(heardMs + THOUGHT.draw(stage.dice()), () -> answer(sinceMs));
    }

    private void answer(long sinceMs) {
        long spokenMs =
                voice.isSilent() ? 0 : audio("output.audio.delta", stage.dice().between(4, 14));
        stage.in(spokenMs, () -> endTurn(sinceMs));
    }

    private void endTurn(long sinceMs) {
        stage.trusted(voice.event("turn.ended", stage.nowMs() - sinceMs, Double.NaN));
        turnsLeft--;
        stage.in(SILENCE.draw(stage.dice()), turnsLeft > 0 ? this::turn : this::hangUp);
    }

    private void hangUp() {
        stage.trusted(voice.event("session.closed", stage.nowMs() - startedMs, Double.NaN));
    }

    /** Sends pieces of audio one after the other, and returns how long that takes. */
    private long audio(String eventType, long pieces) {
        for (long piece = 1; piece <= pieces; piece++) {
            long bytes = Math.round(stage.dice().logNormal(PIECE_MEDIAN_BYTES, PIECE_SIGMA));
            stage.in(piece * PIECE_MS, () -> stage.trusted(voice.event(eventType, Double.NaN, bytes)));
        }
        return pieces * PIECE_MS;
    }

    private record Voice(String brain, String mode, String provider, String transport) {

        boolean isSilent() {
            return mode.equals("transcription");
        }

        TalkEvent event(String eventType, double durationMs, double bytes) {
            return TalkEvent.builder()
                    .brain(brain)
                    .talkEventType(eventType)
                    .mode(mode)
                    .provider(provider)
                    .transport(transport)
                    .durationMs(durationMs)
                    .byteLength(bytes)
                    .build();
        }
    }
}
