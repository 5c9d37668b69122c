package ai.openclaw.diagnostics.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatedFaultsTest {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final AtomicLong clock = new AtomicLong(System.nanoTime() + MINUTE);
    private final RepeatedFaults faults = new RepeatedFaults(clock::get);
    private int second;

    @Test
    void aFaultIsShownOnceAMinuteWithTheCountOfTheOthers() {
        assertThat(shown("WARNING", "It failed.", null)).isEqualTo("It failed.");
        for (int i = 0; i < 17; i++) {
            assertThat(shown("WARNING", "It failed.", null)).isNull();
        }
        clock.addAndGet(MINUTE);
        assertThat(shown("WARNING", "It failed.", null))
                .isEqualTo("It failed. (17 more like this since 2026-01-01T00:00:00.000Z)");
        assertThat(shown("WARNING", "It failed.", null)).isNull();
        clock.addAndGet(MINUTE);
        assertThat(shown("WARNING", "It failed.", null))
                .isEqualTo("It failed. (1 more like this since 2026-01-01T00:00:18.000Z)");
        clock.addAndGet(MINUTE);
        assertThat(shown("WARNING", "It failed.", null)).isEqualTo("It failed.");
    }

    @Test
    void anotherTextAnotherLoggerOrAnotherFailureIsAnotherFault() {
        assertThat(shown("ERROR", "It failed.", null)).isNotNull();
        assertThat(shown("ERROR", "That failed.", null)).isNotNull();
        assertThat(shown("ERROR", "It failed.", new IllegalStateException("a"))).isNotNull();
        assertThat(shown("ERROR", "It failed.", new IllegalArgumentException("a")))
                .isNotNull();
        assertThat(shown("ERROR", "It failed.", new IllegalStateException("b"))).isNull();
        assertThat(faults.admit(new LogEntry(Instant.EPOCH, "ERROR", "other", "It failed.", null)))
                .isPresent();
    }

    @Test
    void whatIsNoFaultIsAlwaysShown() {
        assertThat(shown("INFO", "Hello.", null)).isEqualTo("Hello.");
        assertThat(shown("INFO", "Hello.", null)).isEqualTo("Hello.");
    }

    @Test
    void ofTooManyFaultsThoseSeenLastAreRemembered() {
        assertThat(shown("ERROR", "first", null)).isNotNull();
        assertThat(shown("ERROR", "second", null)).isNotNull();
        for (int i = 0; i < 255; i++) {
            assertThat(shown("ERROR", "fault " + i, null)).isNotNull();
            assertThat(shown("ERROR", "first", null)).isNull();
        }
        assertThat(shown("ERROR", "first", null)).isNull();
        assertThat(shown("ERROR", "second", null)).isNotNull();
    }

    /** Returns the message as shown, or null; every entry is a second later than the one before. */
    private @Nullable String shown(String level, String message, @Nullable Throwable thrown) {
        Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second++);
        return faults.admit(new LogEntry(time, level, "logger", message, thrown))
                .map(LogEntry::message)
                .orElse(null);
    }
}
