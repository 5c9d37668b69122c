package ai.openclaw.diagnostics.otlp.metrics;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.recording.EventRecorder;
import ai.openclaw.diagnostics.store.Sample;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A store with what a stream of the conformance data holds. */
final class RecordedStream {

    private RecordedStream() {}

    /** Returns the store; a stream of 2026.9 in the profile of that version. */
    static SeriesStore store(String stream) throws IOException {
        Profile profile = stream.contains("2026.9") ? Profile.of("2026.9").orElseThrow() : Profile.V2026_5;
        SeriesStore store = SeriesStore.create(OpenClawCatalog.of(profile), SeriesStore.DEFAULT_MAX_SERIES);
        Rejections rejections = Rejections.create();
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        channel.subscribe(EventRecorder.create(store, LabelPolicy.standard(), rejections));
        EventDecoder decoder = EventDecoder.create(rejections);
        Path file = Path.of("..", "..", "conformance", stream + ".ndjson.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .forEach(
                            line -> decoder.decode(line).ifPresent(it -> channel.publish(it.event(), it.provenance())));
        }
        return store;
    }

    /** Returns a sum by the slow way. */
    static double sum(Sample sample, int digits) {
        return sum(sample.sumHigh(), sample.sumLow(), digits);
    }

    static double sum(long high, long low, int digits) {
        byte[] words = new byte[17];
        for (int i = 0; i < 8; i++) {
            words[1 + i] = (byte) (high >>> 56 - 8 * i);
            words[9 + i] = (byte) (low >>> 56 - 8 * i);
        }
        return new BigDecimal(new BigInteger(words), digits).doubleValue();
    }
}
