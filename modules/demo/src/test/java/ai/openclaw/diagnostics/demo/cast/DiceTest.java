package ai.openclaw.diagnostics.demo.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DiceTest {

    private static final int THROWS = 20_000;

    private final Dice dice = new Dice(7);

    @Test
    void latenciesLieAroundTheirMedianUpToTheCap() {
        Latency latency = new Latency(1_000, 1, 20_000);
        List<Long> drawn = LongStream.range(0, THROWS)
                .map(i -> latency.draw(dice))
                .sorted()
                .boxed()
                .toList();

        assertThat(drawn.get(THROWS / 2)).isBetween(950L, 1_050L);
        assertThat(drawn.get(0)).isPositive();
        assertThat(drawn.get(THROWS - 1)).isEqualTo(20_000);
    }

    @Test
    void gapsHaveTheirMean() {
        assertThat(LongStream.range(0, THROWS)
                        .map(i -> dice.gap(3_000))
                        .average()
                        .orElseThrow())
                .isBetween(2_900.0, 3_100.0);
    }

    @Test
    void aMixKeepsItsShares() {
        Mix<String> mix = Mix.of("often", 3).and("seldom", 1).and("never", 0);
        Map<String, Long> picked = IntStream.range(0, THROWS)
                .mapToObj(i -> mix.pick(dice))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(picked).containsOnlyKeys("often", "seldom");
        assertThat(picked.get("often")).isBetween(THROWS * 73L / 100, THROWS * 77L / 100);
    }
}
