package ai.openclaw.diagnostics.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

    private static final CounterFamily DROPS =
            CounterFamily.of(FamilyGroup.of(), 0, "drops_total", Unit.NONE, "Drops.");

    private final FamilyGroup group = FamilyGroup.of(Label.of("model", "A model."));

    @Test
    void aCatalogHasItsFamiliesInTheirOrderAndTheirGroups() {
        CounterFamily runs = CounterFamily.of(group, 0, "runs_total", Unit.NONE, "Runs.");
        GaugeFamily depth = GaugeFamily.of(group, 2, "depth", Unit.NONE, "Depth.");
        HistogramFamily time = HistogramFamily.of(group, 1, "time_seconds", Unit.SECONDS, Buckets.SECONDS, "Time.");

        Catalog catalog = catalog(runs, depth, time);

        assertThat(catalog.families()).containsExactly(runs, depth, time, DROPS);
        assertThat(catalog.groups()).containsExactly(group, DROPS.group());
        assertThat(catalog.families(group)).as("by slot").containsExactly(runs, time, depth);
        assertThat(catalog.families(FamilyGroup.of())).isEmpty();
        assertThat(catalog.dropCounter()).isSameAs(DROPS);
        assertThat(catalog.family("depth")).containsSame(depth);
        assertThat(catalog.family("width")).isEmpty();
    }

    @Test
    void exposedNamesAreThoseOfTheSamplesAndOfOpenMetrics() {
        assertThat(counter("x_total").exposedNames()).containsExactlyInAnyOrder("x_total", "x", "x_created");
        assertThat(gauge("y").exposedNames()).containsExactly("y");
        assertThat(histogram("z").exposedNames())
                .containsExactlyInAnyOrder("z", "z_bucket", "z_sum", "z_count", "z_created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x_bucket", "x_sum", "x_count", "x_created"})
    void aGaugeNamedLikeASampleOfAHistogramIsRefused(String name) {
        refused(
                () -> catalog(histogram("x"), gauge(name)),
                "family " + name + ": the name " + name + " is claimed by x");
    }

    @Test
    void aHistogramWhoseSamplesHaveTheNameOfAGaugeIsRefused() {
        refused(() -> catalog(gauge("x_count"), histogram("x")), "family x: the name x_count is claimed by x_count");
    }

    @Test
    void aCounterWhoseOpenMetricsNameIsASampleOfAHistogramIsRefused() {
        refused(
                () -> catalog(histogram("x"), counter("x_count_total")),
                "family x_count_total: the name x_count is claimed by x");
    }

    @Test
    void aGaugeWithTheOpenMetricsNameOfACounterIsRefused() {
        refused(() -> catalog(counter("x_total"), gauge("x")), "family x: the name x is claimed by x_total");
        refused(() -> catalog(gauge("drops")), "family drops_total: the name drops is claimed by drops");
    }

    @Test
    void theSameNameTwiceIsRefused() {
        refused(
                () -> catalog(counter("x_total"), counter("x_total")),
                "family x_total: the name x_total is claimed by x_total");
    }

    @Test
    void slotsOfAGroupAreTakenOnceEachWithoutGaps() {
        CounterFamily first = CounterFamily.of(group, 0, "a_total", Unit.NONE, "A.");
        refused(
                () -> catalog(first, GaugeFamily.of(group, 0, "b", Unit.NONE, "B.")),
                "family b: slot 0 of its group is that of a_total");
        refused(
                () -> catalog(first, GaugeFamily.of(group, 2, "b", Unit.NONE, "B.")),
                "group [model]: slot 1 has no family");
        refused(() -> GaugeFamily.of(group, 32, "b", Unit.NONE, "B."), "family b: slot 32 must be 0 to 31");
        refused(() -> GaugeFamily.of(group, -1, "b", Unit.NONE, "B."), "family b: slot -1 must be 0 to 31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "1x", "_x", "x_", "x__y", "x-y", "x:y", "x y", "ü"})
    void aNameOutsideTheAlphabetIsRefused(String name) {
        refused(() -> gauge(name), "family \"" + name + "\": must match [a-z][a-z0-9]*(_[a-z0-9]+)*");
    }

    @Test
    void onlyACounterEndsInTotalAndEveryCounterDoes() {
        String rule = ": a counter's name must end in _total, and no other may";
        refused(() -> counter("x"), "family x" + rule);
        refused(() -> gauge("x_total"), "family x_total" + rule);
        refused(() -> histogram("x_total"), "family x_total" + rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines"})
    void helpThatIsNotOneLineIsRefused(String help) {
        refused(() -> GaugeFamily.of(group, 0, "x", Unit.NONE, help), "family x: help must be one line of text");
    }

    @Test
    void aLabelThatIsTwiceInAGroupIsRefused() {
        Label model = Label.of("model", "A model.");
        refused(
                () -> FamilyGroup.of(model, Label.of("tool", "A tool."), model.withFallback("none")),
                "group [model, tool, model]: a label is there twice");
    }

    @Test
    void aGroupHasEightLabelsAndNoMore() {
        assertThat(FamilyGroup.of(labels(8)).labels()).hasSize(8);
        refused(() -> FamilyGroup.of(labels(9)), "group of 9 labels: at most 8");
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
                () -> Label.of("model", "?").withFallback(fallback),
                "label \"model\": fallback \"" + fallback + "\" must match [a-z_]{1,32}");
    }

    @Test
    void theDropCounterIsAFamilyAloneInItsGroupWithoutLabels() {
        String rule = "drop counter drops_total: must be a family, alone and without labels";
        refused(() -> Catalog.of(Profile.V2026_5, List.of(), DROPS), rule);
        refused(() -> catalog(GaugeFamily.of(DROPS.group(), 1, "x", Unit.NONE, "X.")), rule);
        CounterFamily labelled = counter("drops_total");
        refused(() -> Catalog.of(Profile.V2026_5, List.of(labelled), labelled), rule);
    }

    @Test
    void aProfileHasTheFamiliesAndLabelsOfItselfAndOfEarlierOnes() {
        Label old = Label.of("old", "Old.");
        FamilyGroup both = FamilyGroup.of(old, Label.of("young", "Young.").since(Profile.V2026_9));
        CounterFamily first = CounterFamily.of(both, 0, "a_total", Unit.NONE, "A.");
        GaugeFamily second = GaugeFamily.of(both, 1, "b", Unit.NONE, "B.").since(Profile.V2026_9);
        Catalog may = Catalog.of(Profile.V2026_5, List.of(first, second, DROPS), DROPS);
        Catalog september = Catalog.of(Profile.V2026_9, List.of(first, second, DROPS), DROPS);

        assertThat(may.families()).containsExactly(first, DROPS);
        assertThat(may.labels(both)).containsExactly(old);
        assertThat(september.families()).containsExactly(first, second, DROPS);
        assertThat(september.labels(both)).isEqualTo(both.labels());
        assertThat(september.profile()).isEqualTo(Profile.V2026_9);
    }

    @ParameterizedTest
    @EnumSource
    void aProfileIsFoundByItsText(Profile profile) {
        assertThat(Profile.of(profile.text())).contains(profile);
        assertThat(Profile.texts()).contains(profile.text());
        assertThat(Profile.of("2026")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SECONDS, seconds, 15, 4611686018.427387904",
        "BYTES, bytes, 6, 4611686018427387904",
        "TOKENS, tokens, 6, 4611686018427387904",
        "USD, USD, 18, 1000000000000",
        "NONE, items, 0, 4611686018427387904"
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

    private static Catalog catalog(Family... families) {
        List<Family> all = new ArrayList<>(List.of(families));
        all.add(DROPS);
        return Catalog.of(Profile.V2026_5, all, DROPS);
    }

    private static CounterFamily counter(String name) {
        return CounterFamily.of(alone(), 0, name, Unit.NONE, "Help.");
    }

    private static GaugeFamily gauge(String name) {
        return GaugeFamily.of(alone(), 0, name, Unit.NONE, "Help.");
    }

    private static HistogramFamily histogram(String name) {
        return HistogramFamily.of(alone(), 0, name, Unit.TOKENS, Buckets.TOKENS, "Help.");
    }

    private static FamilyGroup alone() {
        return FamilyGroup.of(Label.of("model", "A model."));
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
