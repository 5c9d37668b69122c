package ai.openclaw.diagnostics.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.MemoryPressure;
import ai.openclaw.diagnostics.events.MemoryUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judgement, on a clock that is handed in. */
class MemoryThresholdsTest {

    private static final double MIB = 1024 * 1024;
    private static final Duration BEGIN = Duration.ofNanos(Long.MAX_VALUE - 1); // a nanosecond clock may overflow
    private static final String NONE = "none";

    private final MemoryThresholds thresholds = new MemoryThresholds();

    @ParameterizedTest(name = "RSS {0} MiB and {1} byte, heap {2} MiB and {3} byte: {4}")
    @CsvSource({
        "   0,  0,    0,  0, none",
        "1536, -1, 1024, -1, none",
        "1536,  0,    0,  0, warning rss_threshold",
        "3072, -1,    0,  0, warning rss_threshold",
        "3072,  0,    0,  0, critical rss_threshold",
        "   0,  0, 1024,  0, warning heap_threshold",
        "   0,  0, 2048, -1, warning heap_threshold",
        "   0,  0, 2048,  0, critical heap_threshold",
        "1536,  0, 2048,  0, warning rss_threshold+critical heap_threshold",
    })
    void levelsBeginAtTheirLimits(long rss, long rssBytes, long heap, long heapBytes, String pressure) {
        assertThat(check(rss * MIB + rssBytes, heap * MIB + heapBytes, 0)).isEqualTo(pressure);
    }

    @ParameterizedTest(name = "grown by {0} MiB and {1} byte: {2}")
    @CsvSource({
        " 512, -1, none",
        " 512,  0, warning rss_growth",
        "1024, -1, warning rss_growth",
        "1024,  0, critical rss_growth",
    })
    void growthIsJudgedByHowMuchItIs(long mebibytes, long bytes, String pressure) {
        rss(100, 0);
        assertThat(check((100 + mebibytes) * MIB + bytes, 0, 30)).isEqualTo(pressure);
    }

    @Test
    void theFirstSampleHasNotGrown() {
        assertThat(rss(1500, 0)).isEqualTo(NONE);
    }

    @Test
    void growthIsMeasuredFromTheLowestNotFromTheLast() {
        rss(700, 0);
        rss(100, 30);
        rss(500, 60);
        assertThat(rss(611, 90)).isEqualTo(NONE);
        assertThat(rss(612, 120)).isEqualTo("warning rss_growth");
    }

    @Test
    void slowGrowthCountsWhenItAddsUpWithinTheWindow() {
        List<String> told = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            told.add(rss(100 + 26 * i, 30 * i)); // 520 MiB in ten minutes
        }
        assertThat(told.subList(0, 20)).containsOnly(NONE);
        assertThat(told.get(20)).isEqualTo("warning rss_growth");
    }

    @Test
    void aLowCountsForTenMinutes() {
        rss(100, 0);
        assertThat(rss(612, 600)).isEqualTo("warning rss_growth");
    }

    @Test
    void aLowIsForgottenAfterTenMinutes() {
        rss(100, 0);
        assertThat(rss(612, 601)).isEqualTo(NONE);
    }

    @Test
    void theSamePressureIsToldAgainAfterFiveMinutesAndNotBefore() {
        assertThat(rss(1600, 0)).isEqualTo("warning rss_threshold");
        assertThat(rss(1600, 30)).isEqualTo(NONE);
        assertThat(rss(1600, 299)).isEqualTo(NONE);
        assertThat(rss(1600, 300)).isEqualTo("warning rss_threshold");
        assertThat(rss(1600, 330)).isEqualTo(NONE);
    }

    @Test
    void pressureThatGoesAndComesIsStillToldOnceInFiveMinutes() {
        rss(1600, 0);
        rss(1400, 30);
        assertThat(rss(1600, 60)).isEqualTo(NONE);
    }

    @Test
    void anotherLevelOrReasonIsToldAtOnce() {
        assertThat(rss(1600, 0)).isEqualTo("warning rss_threshold");
        assertThat(check(1600 * MIB, 1024 * MIB, 30)).isEqualTo("warning heap_threshold");
        assertThat(check(1600 * MIB, 2048 * MIB, 60)).isEqualTo("critical heap_threshold");
        assertThat(rss(3072, 90)).isEqualTo("critical rss_threshold+critical rss_growth");
        assertThat(rss(1600, 120)).isEqualTo(NONE);
    }

    @Test
    void unknownResidentMemoryIsNoPressureAndNoLow() {
        rss(1000, 0);
        assertThat(check(Double.NaN, 1024 * MIB, 30)).isEqualTo("warning heap_threshold");
        assertThat(rss(1511, 60)).isEqualTo(NONE);
        assertThat(rss(1512, 90)).isEqualTo("warning rss_growth");
    }

    @Test
    void nothingIsKnownNothingIsTold() {
        assertThat(check(Double.NaN, Double.NaN, 0)).isEqualTo(NONE);
    }

    private String rss(long mebibytes, long seconds) {
        return check(mebibytes * MIB, 0, seconds);
    }

    private String check(double rssBytes, double heapUsedBytes, long seconds) {
        long now = BEGIN.toNanos() + Duration.ofSeconds(seconds).toNanos();
        List<String> told = thresholds
                .check(
                        MemoryUsage.builder()
                                .rssBytes(rssBytes)
                                .heapTotalBytes(heapUsedBytes)
                                .heapUsedBytes(heapUsedBytes)
                                .build(),
                        now)
                .stream()
                .map(MemoryThresholdsTest::text)
                .toList();
        return told.isEmpty() ? NONE : String.join("+", told);
    }

    private static String text(MemoryPressure pressure) {
        return pressure.level() + " " + pressure.reason();
    }
}
