package ai.openclaw.diagnostics.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogBuilderTest {

    private final CatalogBuilder builder = Catalog.builder();
    private final FamilyGroup group = builder.group(Label.of("model", "A model."));

    @Test
    void aCatalogHoldsWhatWasAddedInThatOrder() {
        Family runs = builder.counter(group, "runs_total", Unit.ITEMS, "Runs.");
        Family depth = builder.gauge(group, "depth", Unit.ITEMS, "Depth.");
        Family time = builder.histogram(group, "time_seconds", Unit.SECONDS, Buckets.SECONDS, "Time.");
        Family drops = builder.dropCounter("drops_total", "Drops.");

        Catalog catalog = builder.build();

        assertThat(catalog.families()).containsExactly(runs, depth, time, drops);
        assertThat(catalog.groups()).containsExactly(group, drops.group());
        assertThat(List.of(runs.slot(), depth.slot(), time.slot(), drops.slot()))
                .containsExactly(0, 1, 2, 0);
        assertThat(catalog.dropCounter()).isSameAs(drops);
    }

    @Test
    void exposedNamesAreThoseOfTheSamplesAndOfOpenMetrics() {
        assertThat(counter("x_total").exposedNames()).containsExactlyInAnyOrder("x_total", "x");
        assertThat(gauge("y").exposedNames()).containsExactly("y");
        assertThat(histogram("z").exposedNames()).containsExactlyInAnyOrder("z", "z_bucket", "z_sum", "z_count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x_bucket", "x_sum", "x_count"})
    void aGaugeNamedLikeASampleOfAHistogramIsRefused(String name) {
        histogram("x");
        refused(() -> gauge(name), "family " + name + ": the name " + name + " is claimed by x");
    }

    @Test
    void aHistogramWhoseSamplesHaveTheNameOfAnEarlierGaugeIsRefused() {
        gauge("x_count");
        refused(() -> histogram("x"), "family x: the name x_count is claimed by x_count");
    }

    @Test
    void aCounterWhoseOpenMetricsNameIsASampleOfAHistogramIsRefused() {
        histogram("x");
        refused(() -> counter("x_count_total"), "family x_count_total: the name x_count is claimed by x");
    }

    @Test
    void aGaugeWithTheOpenMetricsNameOfACounterIsRefused() {
        counter("x_total");
        refused(() -> gauge("x"), "family x: the name x is claimed by x_total");
    }

    @Test
    void theSameNameTwiceIsRefused() {
        counter("x_total");
        refused(() -> counter("x_total"), "family x_total: the name x_total is claimed by x_total");
    }

    @Test
    void theDropCounterClaimsItsNamesToo() {
        gauge("drops");
        refused(
                () -> builder.dropCounter("drops_total", "Drops."),
                "family drops_total: the name drops is claimed by drops");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "1x", "_x", "x_", "x__y", "x-y", "x:y", "x y", "ü"})
    void aNameOutsideTheAlphabetIsRefused(String name) {
        refused(() -> gauge(name), "family \"" + name + "\": must match [a-z][a-z0-9]*(_[a-z0-9]+)*");
    }

    @Test
    void onlyACounterEndsInTotalAndEveryCounterDoes() {
        refused(() -> counter("x"), "counter x: a counter's name must end in _total");
        refused(() -> gauge("x_total"), "family x_total: only a counter's name may end in _total");
        refused(() -> histogram("x_total"), "family x_total: only a counter's name may end in _total");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines"})
    void helpThatIsNotOneLineIsRefused(String help) {
        refused(() -> builder.gauge(group, "x", Unit.ITEMS, help), "family x: help must be one line of text");
    }

    @Test
    void aLabelThatStandsTwiceInAGroupIsRefused() {
        Label model = Label.of("model", "A model.");
        refused(
                () -> builder.group(model, Label.of("tool", "A tool."), model.orElse("none")),
                "group [model, tool, model]: a label stands twice");
    }

    @Test
    void aGroupHoldsEightLabelsAndNoMore() {
        assertThat(builder.group(labels(8)).labels()).hasSize(8);
        refused(() -> builder.group(labels(9)), "group of 9 labels: at most 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "le", "Model", "model1", "_model", "model-id"})
    void aLabelNameOutsideTheAlphabetIsRefused(String name) {
        refused(() -> Label.of(name, "?"), "label \"" + name + "\": must match [a-z][a-z_]* and not be le");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "None", "no ne", "none1"})
    void aFallbackThatIsNoValidValueIsRefused(String fallback) {
        refused(
                () -> Label.of("model", "?").orElse(fallback),
                "label \"model\": fallback \"" + fallback + "\" must match [a-z_]{1,32}");
    }

    @Test
    void aCatalogHasExactlyOneDropCounter() {
        refused(builder::build, "catalog: no drop counter");
        builder.dropCounter("drops_total", "Drops.");
        refused(
                () -> builder.dropCounter("more_total", "More."),
                "drop counter more_total: there is one already, drops_total");
    }

    @Test
    void onlyAHistogramHasBuckets() {
        assertThat(histogram("x").buckets()).isSameAs(Buckets.TOKENS);
        assertThatThrownBy(() -> gauge("y").buckets())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("y is a gauge and has no buckets");
    }

    @ParameterizedTest
    @CsvSource({
        "SECONDS, seconds, 15, 4611686018.427387904",
        "BYTES, bytes, 6, 4611686018427387904",
        "TOKENS, tokens, 6, 4611686018427387904",
        "USD, USD, 18, 1000000000000",
        "ITEMS, items, 0, 4611686018427387904"
    })
    void aUnitAdmitsFromZeroToItsMaximum(Unit unit, String text, int fractionDigits, double maximum) {
        assertThat(unit.text()).isEqualTo(text);
        assertThat(unit.fractionDigits()).isEqualTo(fractionDigits);
        assertThat(unit.maximum()).isEqualTo(maximum);
        assertThat(List.of(0.0, -0.0, Double.MIN_VALUE, 1.5, maximum)).allMatch(unit::admits);
        assertThat(List.of(
                        -Double.MIN_VALUE,
                        -1.0,
                        Math.nextUp(maximum),
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY))
                .noneMatch(unit::admits);
    }

    private Family counter(String name) {
        return builder.counter(group, name, Unit.ITEMS, "Help.");
    }

    private Family gauge(String name) {
        return builder.gauge(group, name, Unit.ITEMS, "Help.");
    }

    private Family histogram(String name) {
        return builder.histogram(group, name, Unit.TOKENS, Buckets.TOKENS, "Help.");
    }

    private static Label[] labels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Label.of("label_" + (char) ('a' + i), "A label."))
                .toArray(Label[]::new);
    }

    private static void refused(ThrowingCallable action, String message) {
        assertThatThrownBy(action).isInstanceOf(CatalogException.class).hasMessage(message);
    }
}
