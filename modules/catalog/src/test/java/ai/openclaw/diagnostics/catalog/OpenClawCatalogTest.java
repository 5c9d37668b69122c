package ai.openclaw.diagnostics.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The compatibility surface, written out a second time: what dashboards and alerts of OpenClaw rely on. */
class OpenClawCatalogTest {

    /** Name, type, unit, buckets, labels; a label whose fallback is not "unknown" names it, as in reason/none. */
    private static final String EXPECTED = """
            openclaw_gen_ai_client_token_usage histogram TOKENS tokens model provider token_type
            openclaw_harness_run_duration_seconds histogram SECONDS seconds channel error_category/other harness model outcome phase plugin provider
            openclaw_harness_run_total counter NONE - channel error_category/other harness model outcome phase plugin provider
            openclaw_memory_bytes gauge BYTES - kind
            openclaw_memory_pressure_total counter NONE - level reason
            openclaw_memory_rss_bytes histogram BYTES bytes
            openclaw_message_delivery_duration_seconds histogram SECONDS seconds channel delivery_kind/other error_category/other outcome
            openclaw_message_delivery_started_total counter NONE - channel delivery_kind/other
            openclaw_message_delivery_total counter NONE - channel delivery_kind/other error_category/other outcome
            openclaw_message_processed_duration_seconds histogram SECONDS seconds channel outcome reason/none
            openclaw_message_processed_total counter NONE - channel outcome reason/none
            openclaw_model_call_duration_seconds histogram SECONDS seconds api error_category/other model outcome provider transport
            openclaw_model_call_total counter NONE - api error_category/other model outcome provider transport
            openclaw_model_cost_usd_total counter USD - agent channel model provider
            openclaw_model_tokens_total counter TOKENS - agent channel model provider token_type
            openclaw_model_usage_duration_seconds histogram SECONDS seconds agent channel model provider
            openclaw_prometheus_series_dropped_total counter NONE -
            openclaw_queue_lane_size gauge NONE - lane
            openclaw_queue_lane_wait_seconds histogram SECONDS seconds lane
            openclaw_run_completed_total counter NONE - channel model outcome provider trigger
            openclaw_run_duration_seconds histogram SECONDS seconds channel model outcome provider trigger
            openclaw_session_queue_depth gauge NONE - state
            openclaw_session_recovery_age_seconds histogram SECONDS seconds action active_work_kind/none state status
            openclaw_session_recovery_total counter NONE - action active_work_kind/none state status
            openclaw_session_state_total counter NONE - reason/none state
            openclaw_talk_audio_bytes histogram BYTES bytes brain event_type mode provider transport
            openclaw_talk_event_duration_seconds histogram SECONDS seconds brain event_type mode provider transport
            openclaw_talk_event_total counter NONE - brain event_type mode provider transport
            openclaw_telemetry_exporter_total counter NONE - exporter reason/none signal status
            openclaw_tool_execution_duration_seconds histogram SECONDS seconds error_category/other outcome params_kind tool/tool
            openclaw_tool_execution_total counter NONE - error_category/other outcome params_kind tool/tool
            """;

    private static final Map<Buckets, String> BUCKET_NAMES =
            Map.of(Buckets.SECONDS, "seconds", Buckets.TOKENS, "tokens", Buckets.BYTES, "bytes");

    private static final Catalog CATALOG = OpenClawCatalog.CATALOG;

    @Test
    void everyFamilyHasItsNameTypeUnitBucketsLabelsAndFallbacks() {
        assertThat(CATALOG.families().stream().map(OpenClawCatalogTest::described))
                .containsExactlyInAnyOrderElementsOf(EXPECTED.lines().toList());
    }

    @Test
    void oneFamilyCountsDrops() {
        assertThat(CATALOG.families()).doesNotHaveDuplicates().contains(CATALOG.dropCounter());
        assertThat(CATALOG.dropCounter()).isSameAs(GatewayMetrics.SERIES_DROPPED);
    }

    @Test
    void onlyTheLaneLabelHasTheRuleForLanes() {
        Map<LabelRule, List<String>> byRule = CATALOG.groups().stream()
                .flatMap(group -> group.labels().stream())
                .collect(Collectors.groupingBy(
                        Label::rule, Collectors.mapping(Label::name, Collectors.toCollection(ArrayList::new))));
        assertThat(byRule.get(LabelRule.LANE)).containsOnly("lane");
        assertThat(byRule.get(LabelRule.VALUE)).doesNotContain("lane");
    }

    @Test
    void labelsAreAlphabeticalInEveryGroup() {
        for (FamilyGroup group : CATALOG.groups()) {
            List<String> names = group.labels().stream().map(Label::name).toList();
            assertThat(names).as("labels of %s", CATALOG.families(group)).isSorted();
        }
    }

    @Test
    void aReasonFallsBackToNoneWhereItIsOptionalAndToUnknownWhereItIsNot() {
        Map<String, String> fallbacks = new TreeMap<>();
        for (Family family : CATALOG.families()) {
            for (Label label : family.labels()) {
                if (label.name().equals("reason")) {
                    fallbacks.put(family.name(), label.fallback());
                }
            }
        }
        assertThat(fallbacks)
                .isEqualTo(Map.of(
                        "openclaw_memory_pressure_total", "unknown",
                        "openclaw_message_processed_duration_seconds", "none",
                        "openclaw_message_processed_total", "none",
                        "openclaw_session_state_total", "none",
                        "openclaw_telemetry_exporter_total", "none"));
    }

    @Test
    void everyFamilyIsAtItsSlotOfItsGroup() {
        for (Family family : CATALOG.families()) {
            assertThat(CATALOG.families(family.group()).get(family.slot())).isSameAs(family);
            assertThat(family.labels()).isSameAs(family.group().labels());
        }
    }

    @Test
    void aLaterProfileHasWhatAnEarlierOneHas() {
        assertThat(OpenClawCatalog.of(Profile.V2026_9).families()).containsAll(CATALOG.families());
        assertThat(CATALOG.profile()).isEqualTo(Profile.V2026_5);
    }

    @Test
    void aFamilyIsFoundByItsNameAlone() {
        for (Family family : CATALOG.families()) {
            assertThat(CATALOG.family(family.name())).containsSame(family);
        }
        assertThat(CATALOG.family("openclaw_run_duration_seconds_bucket")).isEmpty();
    }

    @Test
    void helpAndDescriptionsAreSentences() {
        for (Family family : CATALOG.families()) {
            assertThat(family.help()).as(family.name()).matches("[A-Z].*\\.").doesNotContain("\n");
            assertThat(family.labels())
                    .as(family.name())
                    .allSatisfy(label -> assertThat(label.description()).endsWith("."));
        }
    }

    @Test
    void nothingCanBeAddedToACatalogInUse() {
        Family family = RunMetrics.RUN_COMPLETED;
        assertThat(List.of(CATALOG.families(), CATALOG.groups(), family.labels(), CATALOG.families(family.group())))
                .allSatisfy(list -> assertThat(list).isUnmodifiable());
        assertThat(Buckets.SECONDS.texts()).isUnmodifiable();
    }

    @Test
    void theCatalogIsANamedModule() {
        assertThat(Catalog.class.getModule().isNamed()).isTrue();
        assertThat(Catalog.class.getModule().getName()).isEqualTo("ai.openclaw.diagnostics.catalog");
    }

    private static String described(Family family) {
        List<String> words = new ArrayList<>(
                List.of(family.name(), family.type().text(), family.unit().name(), bucketsOf(family)));
        for (Label label : family.labels()) {
            words.add(label.fallback().equals("unknown") ? label.name() : label.name() + "/" + label.fallback());
        }
        return String.join(" ", words);
    }

    private static String bucketsOf(Family family) {
        return family instanceof HistogramFamily histogram ? BUCKET_NAMES.get(histogram.buckets()) : "-";
    }
}
