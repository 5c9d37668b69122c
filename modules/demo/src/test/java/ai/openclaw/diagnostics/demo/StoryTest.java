package ai.openclaw.diagnostics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.demo.background.Housekeeping;
import ai.openclaw.diagnostics.demo.cast.Model;
import ai.openclaw.diagnostics.events.AsyncQueueDropped;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.EventLoopSample;
import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.GarbageCollection;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelCallError;
import ai.openclaw.diagnostics.events.ModelUsage;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.SessionState;
import ai.openclaw.diagnostics.events.TalkEvent;
import ai.openclaw.diagnostics.events.TokenUsage;
import ai.openclaw.diagnostics.events.UnknownEvent;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {

    private static final Duration OPENING = Duration.ofSeconds(40);
    /** What the process that plays tells of itself, and what this workload never has. */
    private static final Set<EventType<?>> NOT_PLAYED =
            Set.of(UnknownEvent.TYPE, GarbageCollection.TYPE, EventLoopSample.TYPE, AsyncQueueDropped.TYPE);

    private static final double MEBIBYTE = 1024 * 1024;

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEventTypeAppearsInTheOpening(long seed) {
        Set<EventType<?>> expected = new HashSet<>(EventType.all());
        expected.removeAll(NOT_PLAYED);

        assertThat(typesOf(Playback.of(seed, OPENING))).isEqualTo(expected);
    }

    @Test
    void everyEventTypeAppearsInTheOpeningAtNightToo() {
        assertThat(typesOf(Playback.from(LocalTime.of(3, 0), 1, OPENING)))
                .hasSize(EventType.all().size() - NOT_PLAYED.size());
    }

    private static Set<EventType<?>> typesOf(Playback playback) {
        return playback.events(DiagnosticEvent.class)
                .<EventType<?>>map(DiagnosticEvent::type)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theNumbersThatNotEveryEventCarriesAppearInTheOpeningToo(long seed) {
        Playback playback = Playback.of(seed, OPENING);

        assertThat(playback.events(TalkEvent.class)).anyMatch(talk -> talk.durationMs() > 0);
        assertThat(playback.events(TalkEvent.class)).anyMatch(talk -> talk.byteLength() > 0);
        assertThat(playback.events(ModelUsage.class)).anyMatch(usage -> usage.costUsd() > 0);
        assertThat(playback.events(SessionState.class)).anyMatch(state -> state.queueDepth() >= 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, Long.MIN_VALUE})
    void theSameSeedTellsTheSameStory(long seed) {
        Duration length = Duration.ofMinutes(10);

        assertThat(withoutMemory(Playback.of(seed, length)))
                .as("seed %d", seed)
                .isEqualTo(withoutMemory(Playback.of(seed, length)));
    }

    @Test
    void anotherSeedTellsAnotherStory() {
        assertThat(withoutMemory(Playback.of(1, OPENING))).isNotEqualTo(withoutMemory(Playback.of(2, OPENING)));
    }

    private static List<Playback.Scene> withoutMemory(Playback playback) {
        return playback.scenes().stream()
                .filter(scene -> scene.event().type() != MemorySample.TYPE)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fiveToTwentyEventsComeInASecond(long seed) {
        Duration length = Duration.ofMinutes(10);

        double perSecond = Playback.of(seed, length).scenes().size() / (double) length.toSeconds();

        assertThat(perSecond).as("events a second, seed %d", seed).isBetween(5.0, 20.0);
    }

    @Test
    void nightsAreQuieterThanAfternoons() {
        Duration length = Duration.ofHours(1);
        Playback night = Playback.from(LocalTime.of(2, 30), 1, length);
        Playback afternoon = Playback.from(LocalTime.of(14, 30), 1, length);

        long nightly = night.events(MessageProcessed.class).count();

        assertThat(nightly).isPositive();
        assertThat(afternoon.events(MessageProcessed.class).count()).isGreaterThan(3 * nightly);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void memorySamplesAreOfTheRunningProcess(long seed) {
        List<MemorySample> samples =
                Playback.of(seed, OPENING).events(MemorySample.class).toList();

        assertThat(samples).hasSizeGreaterThanOrEqualTo(4).allSatisfy(sample -> {
            assertThat(sample.memory().rssBytes()).isGreaterThan(MEBIBYTE);
            assertThat(sample.memory().heapUsedBytes()).isGreaterThan(MEBIBYTE);
            assertThat(sample.memory().heapTotalBytes())
                    .isGreaterThanOrEqualTo(sample.memory().heapUsedBytes())
                    .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory());
        });
    }

    @Test
    void tokensAddUpAndOnlyTheLocalModelHasNoCost() {
        assertThat(Playback.of(1, Duration.ofHours(1)).events(ModelUsage.class))
                .isNotEmpty()
                .allSatisfy(usage -> {
                    TokenUsage tokens = usage.usage();
                    assertThat(tokens.promptTokens())
                            .isEqualTo(tokens.input() + tokens.cacheRead() + tokens.cacheWrite());
                    assertThat(tokens.total()).isEqualTo(tokens.promptTokens() + tokens.output());
                    assertThat(Double.isNaN(usage.costUsd())).isEqualTo("ollama".equals(usage.provider()));
                })
                .anyMatch(usage -> "ollama".equals(usage.provider()));
    }

    @Test
    void everyModelIsCalledWithinAnHour() {
        Set<String> called = Playback.of(1, Duration.ofHours(1))
                .events(ModelCallCompleted.class)
                .map(ModelCallCompleted::model)
                .collect(Collectors.toSet());

        assertThat(called).hasSize(Model.values().length);
    }

    @Test
    void workIsTrustedHousekeepingInternalThePluginNeither() {
        for (Playback.Scene scene : Playback.of(1, Duration.ofMinutes(10)).scenes()) {
            assertThat(scene.provenance()).as("%s", scene.event()).isEqualTo(expected(scene.event()));
        }
    }

    private static Provenance expected(DiagnosticEvent event) {
        if (event instanceof MessageProcessed processed && Housekeeping.ROGUE.equals(processed.channel())) {
            return Provenance.UNTRUSTED;
        }
        boolean internal =
                event.type().name().matches("(message|session|queue|diagnostic|webhook|gateway|payload)\\..*");
        return internal ? Provenance.INTERNAL : Provenance.TRUSTED;
    }

    @Test
    void untrustedPluginPublishesNowAndThen() {
        assertThat(Playback.of(1, Duration.ofMinutes(10)).scenes())
                .anyMatch(scene -> scene.provenance() == Provenance.UNTRUSTED);
    }

    @Test
    void failedCallsNameAReason() {
        assertThat(Playback.of(1, Duration.ofHours(1))
                        .events(ModelCallError.class)
                        .map(ModelCallError::errorCategory))
                .contains("overloaded", "rate_limit", "timeout");
    }
}
