package ai.openclaw.diagnostics.store;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.domain.GatewayMetrics;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.testing.Seed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random updates go to the store and to a dumb model of it, which must agree at any time. */
class SeriesStoreModelTest {

    private static final List<FamilyGroup> GROUPS = OpenClawCatalog.CATALOG.groups().stream()
            .filter(group -> group != GatewayMetrics.SERIES_DROPPED.group())
            .toList();

    /** Two of them have one hash. */
    private static final List<String> VALUES = List.of("Aa", "BB", "main", "unknown");

    private final long seed = Seed.get();
    private final Random random = new Random(seed);

    @ParameterizedTest(name = "cap {0}, {1} stripes, hash mask {2}")
    @CsvSource({"2048, 4, -1", "150, 1, -1", "40, 8, -1", "3, 2, -1", "1, 1, -1", "150, 4, 0", "40, 1, 0", "3, 2, 0"})
    void theStoreAgreesWithTheModel(int cap, int stripes, int hashMask) {
        for (int run = 0; run < 5; run++) {
            String about = "seed " + seed + ", cap " + cap + ", run " + run;
            SeriesStore store = new SeriesStore(OpenClawCatalog.CATALOG, cap, stripes, hashMask);
            StoreModel model = new StoreModel(cap);
            Snapshot kept = Snapshot.of(store);
            SnapshotChecker checker = new SnapshotChecker(about);
            List<Candidate> candidates = new ArrayList<>();
            for (int i = 0; i < 4000; i++) {
                update(model, reserve(store, candidates), about + ", update " + i);
                if (random.nextInt(500) == 0) {
                    compare(random.nextBoolean() ? kept : Snapshot.of(store), model, checker, about);
                }
            }
            compare(kept, model, checker, about);
            compare(Snapshot.of(store), model, checker, about);
        }
    }

    /** A new look-up, or a candidate from before that may have been overtaken since. */
    private Candidate reserve(SeriesStore store, List<Candidate> candidates) {
        if (!candidates.isEmpty() && random.nextInt(4) == 0) {
            return candidates.get(random.nextInt(candidates.size()));
        }
        FamilyGroup group = GROUPS.get(random.nextInt(GROUPS.size()));
        List<String> values = new ArrayList<>();
        for (int i = 0; i < group.labels().size(); i++) {
            values.add(VALUES.get(random.nextInt(VALUES.size())));
        }
        Candidate candidate = new Candidate(group, values, Tuples.reserve(store, group, values.toArray(String[]::new)));
        if (candidates.size() < 300) {
            candidates.add(candidate);
        }
        return candidate;
    }

    private void update(StoreModel model, Candidate candidate, String about) {
        List<Family> families = OpenClawCatalog.CATALOG.families(candidate.group());
        Family family = families.get(random.nextInt(families.size()));
        Value value = value(family);
        boolean taken = Tuples.update(candidate.set(), family, value.number());
        if (taken != model.update(family, candidate.values(), value.number(), value.meant())) {
            throw new AssertionError(
                    about + ": " + family.name() + candidate.values() + " " + value + " taken: " + taken);
        }
    }

    private Value value(Family family) {
        return switch (random.nextInt(10)) {
            case 0 -> senseless(family);
            case 1, 2, 3 -> aroundABound(family);
            case 4 -> whole(family);
            default -> decimal(family);
        };
    }

    private Value senseless(Family family) {
        double[] values = {
            Double.NaN,
            -1,
            -Double.MIN_VALUE,
            1 / 0.0,
            -1 / 0.0,
            Math.nextUp(family.unit().maximum()),
            1e300
        };
        return new Value(values[random.nextInt(values.length)], BigDecimal.ZERO);
    }

    /** A neighbour of a bound is too near to count as another number, but falls into its own bucket. */
    private Value aroundABound(Family family) {
        if (!(family instanceof HistogramFamily histogram)) {
            return whole(family);
        }
        Buckets buckets = histogram.buckets();
        int i = random.nextInt(buckets.size());
        double bound = buckets.bound(i);
        double[] values = {bound, Math.nextDown(bound), Math.nextUp(bound)};
        return new Value(
                values[random.nextInt(values.length)],
                new BigDecimal(buckets.texts().get(i)));
    }

    private Value whole(Family family) {
        double limit = Math.pow(2, random.nextInt(63));
        double value = Math.floor(Math.min(family.unit().maximum(), random.nextDouble() * limit));
        return new Value(value, new BigDecimal(value));
    }

    private Value decimal(Family family) {
        int scale = random.nextInt(family.unit().fractionDigits() + 1);
        BigDecimal decimal = BigDecimal.valueOf((long) (random.nextDouble() * Math.pow(10, random.nextInt(15))), scale);
        return new Value(decimal.doubleValue(), decimal);
    }

    private static void compare(Snapshot snapshot, StoreModel model, SnapshotChecker checker, String about) {
        snapshot.refresh();
        checker.checkAll(snapshot);
        assertThat(StoreModel.described(snapshot)).as(about).isEqualTo(model.described());
        assertThat(snapshot.store().size()).as(about).isEqualTo(model.size());
        assertThat(snapshot.isEmpty()).as(about).isEqualTo(model.size() == 0);
    }

    private record Candidate(FamilyGroup group, List<String> values, LabeledSeries set) {}

    /** @param meant the decimal that a person would have written for the number */
    private record Value(double number, BigDecimal meant) {}
}
