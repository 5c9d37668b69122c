package ai.openclaw.diagnostics.recording;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.events.UnknownEvent;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each event counts once, whatever is in it and whatever becomes of its series. */
class EventCountsTest {

    private static final int ROUNDS = 3;

    /** Durations that are taken, absent and rejected. */
    private static final List<String> DURATIONS = List.of("5", "7", "null", "-1", "1e300");

    private final EventDecoder decoder = EventDecoder.create(Rejections.create());

    @ParameterizedTest
    @EnumSource(Profile.class)
    void everyEventCountsOnce(Profile profile) {
        assertCountedOnce(recorder(profile, SeriesStore.DEFAULT_MAX_SERIES));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9})
    void eventsThatTheCapRefusesCount(int maxSeries) {
        assertCountedOnce(recorder(Profile.V2026_9, maxSeries));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void eventsOfManyThreadsCount(int threads) throws InterruptedException {
        EventRecorder recorder = recorder(Profile.V2026_9, SeriesStore.DEFAULT_MAX_SERIES);
        List<DiagnosticEvent> events = types().map(type -> event(type, "5")).toList();
        CountDownLatch start = new CountDownLatch(threads);
        List<Thread> publishers = Stream.generate(() -> new Thread(() -> {
                    start.countDown();
                    for (int i = 0; i < 2000; i++) {
                        events.forEach(event -> recorder.onEvent(event, Provenance.TRUSTED));
                    }
                }))
                .limit(threads)
                .toList();
        publishers.forEach(Thread::start);
        for (Thread publisher : publishers) {
            publisher.join();
        }
        assertThat(recorder.events()).hasSize(events.size()).allMatch(count -> count.recorded() == 2000L * threads);
    }

    private void assertCountedOnce(EventRecorder recorder) {
        for (int round = 0; round < ROUNDS; round++) {
            types().forEach(type -> DURATIONS.forEach(duration -> {
                recorder.onEvent(event(type, duration), Provenance.TRUSTED);
                recorder.onEvent(event(type, duration), Provenance.INTERNAL);
                recorder.onEvent(event(type, duration), Provenance.UNTRUSTED);
            }));
        }
        long each = (long) ROUNDS * DURATIONS.size();
        assertThat(recorder.events()).hasSize((int) types().count()).allSatisfy(count -> {
            assertThat(count.seen()).as("%s seen", count.type()).isEqualTo(3 * each);
            assertThat(count.untrusted()).as("%s untrusted", count.type()).isEqualTo(each);
            assertThat(Math.max(count.recorded(), count.ignored()))
                    .as("%s recorded or ignored", count.type())
                    .isEqualTo(2 * each);
        });
        assertThat(recorder.events()).anyMatch(count -> count.recorded() > 0);
    }

    private static Stream<EventType<?>> types() {
        return EventType.all().stream().filter(type -> type.eventClass() != UnknownEvent.class);
    }

    private static EventRecorder recorder(Profile profile, int maxSeries) {
        SeriesStore store = SeriesStore.create(OpenClawCatalog.of(profile), maxSeries);
        return EventRecorder.create(store, LabelPolicy.withRedactPatterns(List.of()), Rejections.create());
    }

    private DiagnosticEvent event(EventType<?> type, String duration) {
        byte[] line = ("{\"event\":{\"type\":\"" + type.name() + "\",\"durationMs\":" + duration + ",\"ageMs\":"
                        + duration + "},\"metadata\":{\"trusted\":true,\"internal\":false}}")
                .getBytes(StandardCharsets.UTF_8);
        return decoder.decode(line, 0, line.length).orElseThrow().event();
    }
}
