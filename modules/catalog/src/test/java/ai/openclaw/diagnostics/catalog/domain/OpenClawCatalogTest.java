package ai.openclaw.diagnostics.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.Catalog;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.catalog.LabelRule;
import ai.openclaw.diagnostics.catalog.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The same, of what profile 2026.9 adds or changes; a label that may be absent has a question mark. */
    private static final String EXPECTED_LATER = """
        openclaw_child_process_spawn_total counter NONE - family
        openclaw_diagnostic_async_queue_dropped_total counter NONE - drop_class
        openclaw_diagnostic_async_queue_length gauge NONE -
        openclaw_gateway_build_info gauge NONE - build_id? process_instance_id
        openclaw_gateway_event_loop_delay_max_seconds histogram SECONDS seconds
        openclaw_gateway_event_loop_observed_seconds_total counter SECONDS -
        openclaw_gateway_rpc_admission_seconds histogram SECONDS seconds method
        openclaw_gateway_rpc_first_response_seconds histogram SECONDS seconds method
        openclaw_gateway_rpc_handler_seconds histogram SECONDS seconds method
        openclaw_gateway_rpc_outcomes_total counter NONE - outcome phase
        openclaw_gateway_rpc_queue_wait_seconds histogram SECONDS seconds method
        openclaw_gateway_rpc_requests_total counter NONE - method
        openclaw_gc_duration_seconds histogram SECONDS seconds
        openclaw_liveness_cpu_core_ratio histogram RATIO ratios reason
        openclaw_liveness_event_loop_delay_max_seconds histogram SECONDS seconds reason
        openclaw_liveness_event_loop_delay_p99_seconds histogram SECONDS seconds reason
        openclaw_liveness_event_loop_utilization_ratio histogram RATIO ratios reason
        openclaw_liveness_sessions gauge NONE - state
        openclaw_liveness_warning_total counter NONE - reason
        openclaw_message_dispatch_completed_total counter NONE - channel outcome reason/none source
        openclaw_message_dispatch_duration_seconds histogram SECONDS seconds channel outcome reason/none source
        openclaw_message_dispatch_started_total counter NONE - channel source
        openclaw_message_received_total counter NONE - channel source
        openclaw_model_call_duration_seconds histogram SECONDS seconds api error_category/other model observation_unit outcome provider transport
        openclaw_model_call_total counter NONE - api error_category/other model observation_unit outcome provider transport
        openclaw_model_failover_total counter NONE - from_model from_provider lane reason/other suspended to_model to_provider
        openclaw_payload_large_bytes histogram BYTES bytes action channel/none plugin/none reason/none surface
        openclaw_payload_large_total counter NONE - action channel/none plugin/none reason/none surface
        openclaw_run_completed_total counter NONE - blocked_by? channel model outcome provider trigger
        openclaw_run_duration_seconds histogram SECONDS seconds blocked_by? channel model outcome provider trigger
        openclaw_session_stuck_age_seconds histogram SECONDS seconds reason/none state
        openclaw_session_stuck_total counter NONE - reason/none state
        openclaw_session_turn_created_total counter NONE - agent channel trigger
        openclaw_skill_used_total counter NONE - activation agent skill/skill source
        openclaw_tool_execution_blocked_total counter NONE - denied_reason/other params_kind tool/tool tool_owner/none tool_source/core
        openclaw_tool_execution_duration_seconds histogram SECONDS seconds error_category/other outcome params_kind tool/tool tool_owner/none tool_source/core
        openclaw_tool_execution_total counter NONE - error_category/other outcome params_kind tool/tool tool_owner/none tool_source/core
        openclaw_webhook_duration_seconds histogram SECONDS seconds channel webhook
        openclaw_webhook_error_total counter NONE - channel webhook
        openclaw_webhook_received_total counter NONE - channel webhook
        openclaw_worker_count gauge NONE -
        openclaw_worker_heap_sampled_count gauge NONE -
        openclaw_worker_heap_used_bytes gauge BYTES - script
        """;

    private static final Map<Buckets, String> BUCKET_NAMES = Map.of(
            Buckets.SECONDS, "seconds", Buckets.TOKENS, "tokens", Buckets.BYTES, "bytes", Buckets.RATIOS, "ratios");

    private static final Catalog CATALOG = OpenClawCatalog.CATALOG;
    private static final Catalog LATER = OpenClawCatalog.of(Profile.V2026_9);

    @Test
    void everyFamilyHasItsNameTypeUnitBucketsLabelsAndFallbacks() {
        assertThat(CATALOG.families().stream().map(family -> described(CATALOG, family)))
                .containsExactlyInAnyOrderElementsOf(EXPECTED.lines().toList());
    }

    @Test
    void profile2026Point9Has68FamiliesAndFurtherLabels() {
        Map<String, String> expected = byName(EXPECTED.lines());
        expected.putAll(byName(EXPECTED_LATER.lines()));
        Map<String, String> described = byName(LATER.families().stream().map(family -> described(LATER, family)));
        assertThat(described).isEqualTo(expected).hasSize(68);
    }

    private static Map<String, String> byName(Stream<String> lines) {
        return lines.collect(Collectors.toMap(
                line -> line.substring(0, line.indexOf(' ')), line -> line, (a, b) -> b, TreeMap::new));
    }

    @Test
    void oneFamilyCountsDrops() {
        assertThat(CATALOG.families()).doesNotHaveDuplicates().contains(CATALOG.dropCounter());
        assertThat(CATALOG.dropCounter()).isSameAs(GatewayMetrics.SERIES_DROPPED);
    }

    @Test
    void onlyTheLaneLabelHasTheRuleForLanes() {
        Map<LabelRule, List<String>> byRule = LATER.groups().stream()
                .flatMap(group -> group.labels().stream())
                .collect(Collectors.groupingBy(
                        Label::rule, Collectors.mapping(Label::name, Collectors.toCollection(ArrayList::new))));
        assertThat(byRule.get(LabelRule.LANE)).containsOnly("lane");
        assertThat(byRule.get(LabelRule.VALUE)).doesNotContain("lane");
    }

    @Test
    void labelsAreAlphabeticalInEveryGroup() {
        for (FamilyGroup group : LATER.groups()) {
            List<String> names = group.labels().stream().map(Label::name).toList();
            assertThat(names).as("labels of %s", LATER.families(group)).isSorted();
        }
    }

    @Test
    void anOptionalReasonFallsBackToNoneAnyOtherToUnknown() {
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
        for (Family family : LATER.families()) {
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

    private static String described(Catalog catalog, Family family) {
        List<String> words = new ArrayList<>(
                List.of(family.name(), family.type().text(), family.unit().name(), bucketsOf(family)));
        for (Label label : catalog.labels(family.group())) {
            words.add(label.name()
                    + (label.optional() ? "?" : label.fallback().equals("unknown") ? "" : "/" + label.fallback()));
        }
        return String.join(" ", words);
    }

    private static String bucketsOf(Family family) {
        return family instanceof HistogramFamily histogram ? BUCKET_NAMES.get(histogram.buckets()) : "-";
    }
}
