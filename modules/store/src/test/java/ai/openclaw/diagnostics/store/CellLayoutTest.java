package ai.openclaw.diagnostics.store;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellLayoutTest {

    @Test
    void stripesOfACellAreOnSeparateCacheLines() {
        for (FamilyGroup group : OpenClawCatalog.CATALOG.groups()) {
            StripedCells cells = new StripedCells(OpenClawCatalog.CATALOG.families(group), new UpdateCounts(1, 4));
            for (int stripe = 0; stripe < 4; stripe++) {
                assertThat(cells.lockAt(stripe) % 16)
                        .as("stripe %d of %s, in longs", stripe, group)
                        .isZero();
            }
        }
    }

    @Test
    void noTwoNumbersOfAGroupShareAPlace() {
        for (FamilyGroup group : OpenClawCatalog.CATALOG.groups()) {
            CellLayout layout = new CellLayout(OpenClawCatalog.CATALOG.families(group));
            BitSet taken = new BitSet();
            taken.set(0); // the lock
            take(taken, layout.originAt(0), CellLayout.ORIGINS);
            for (Family family : OpenClawCatalog.CATALOG.families(group)) {
                take(taken, layout.sumAt(family.slot()), 2);
                take(taken, layout.bucketsAt(family.slot()), CellLayout.buckets(family));
            }
            assertThat(taken.length()).as("%s", group).isLessThanOrEqualTo(layout.stride());
        }
    }

    /** The formula of docs/performance.md. */
    @Test
    void aCellIsAsLargeAsTheDocumentationSays() {
        for (FamilyGroup group : OpenClawCatalog.CATALOG.groups()) {
            List<Family> families = OpenClawCatalog.CATALOG.families(group);
            int buckets = families.stream()
                    .filter(HistogramFamily.class::isInstance)
                    .mapToInt(family -> ((HistogramFamily) family).buckets().size() + 1)
                    .sum();
            for (int stripes : new int[] {1, 4, 64}) {
                assertThat(new StripedCells(OpenClawCatalog.CATALOG.families(group), new UpdateCounts(1, stripes))
                                .newCell(0))
                        .as("%s, %d stripes", group, stripes)
                        .hasSize(16 + stripes * 16 * (int) Math.ceil((3 + 2 * families.size() + buckets) / 16.0));
            }
        }
    }

    private static void take(BitSet taken, int from, int words) {
        assertThat(taken.get(from, from + words).isEmpty())
                .as("words from %d", from)
                .isTrue();
        taken.set(from, from + words);
    }
}
