package ai.openclaw.diagnostics.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.dashboards.Page.Node;
import ai.openclaw.diagnostics.dashboards.Page.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the pages together. */
class PagesTest {

    private static final List<Page> PAGES = Page.all();

    @Test
    void thePagesHaveTheIdsByWhichLinksAndAlertsFindThem() {
        assertThat(PAGES)
                .extracting(Page::uid)
                .containsExactly(
                        "openclaw-cost",
                        "openclaw-fleet",
                        "openclaw-gateway",
                        "openclaw-messages",
                        "openclaw-models",
                        "openclaw-overview",
                        "openclaw-runtime",
                        "openclaw-tools");
    }

    @Test
    void everyFamilyIsOnAPanel() {
        assertThat(missing(PAGES)).isEmpty();
    }

    @Test
    void aFamilyWithoutAPanelIsFound() {
        assertThat(missing(PAGES.subList(0, 7))).contains("openclaw_talk_event_total");
    }

    private static Set<String> missing(Collection<Page> pages) {
        Set<String> missing = new TreeSet<>();
        OpenClawCatalog.of(Profile.V2026_9).families().forEach(family -> missing.add(family.name()));
        pages.stream()
                .flatMap(page -> page.panelQueries().stream())
                .flatMap(query -> query.read().selections().stream())
                .flatMap(selection -> Samples.family(selection.name()).stream())
                .map(Family::name)
                .forEach(missing::remove);
        return missing;
    }

    @Test
    void whatIsColouredHasTheSameColourOnEveryPanel() {
        Map<String, Set<String>> colours = new TreeMap<>();
        panels().forEach(panel -> OutcomeColours.of(panel)
                .forEach((series, colour) ->
                        colours.computeIfAbsent(series, it -> new TreeSet<>()).add(colour)));
        assertThat(colours)
                .containsKeys("/^completed( |$)/", "/^critical( |$)/", "/^cache_read( |$)/")
                .allSatisfy((series, found) -> assertThat(found).as(series).hasSize(1));
    }

    @Test
    void everyLinkLeadsToAPageWithTheVariablesThatItSets() {
        assertThat(panels().flatMap(panel -> Page.links(panel).stream()))
                .isNotEmpty()
                .allSatisfy(link -> {
                    String uid = link.replaceAll("^/d/([^?]+)[?].*", "$1");
                    Page target = PAGES.stream()
                            .filter(page -> page.uid().equals(uid))
                            .findFirst()
                            .orElseThrow();
                    assertThat(link)
                            .contains("${__url_time_range}", "${datasource:queryparam}", "${job:queryparam}")
                            .satisfies(url -> assertThat(url.contains("${instance:queryparam}"))
                                    .as("kept, unless the row chooses it")
                                    .isNotEqualTo(url.contains("var-instance=")));
                    assertThat(HouseRule.found("&var-(\\w+)=", link))
                            .allSatisfy(name ->
                                    assertThat(target.variable(name).value()).isNotNull());
                });
    }

    /** A dashboard that is imported alone, without the rules of {@code alerts/}, shows what it is for. */
    @Test
    void noPanelNeedsRecordingRules() {
        assertThat(PAGES.stream().flatMap(page -> page.panelQueries().stream()).map(Query::text))
                .noneMatch(query -> query.contains("job:") || query.contains("job_"));
    }

    private static Stream<Node> panels() {
        return PAGES.stream().flatMap(page -> page.panels().stream());
    }
}
