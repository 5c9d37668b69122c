package ai.openclaw.diagnostics.recording;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.OpenClawCatalog;
import ai.openclaw.diagnostics.events.AsyncQueueDropped;
import ai.openclaw.diagnostics.events.ChildProcessSpawn;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.EventLoopSample;
import ai.openclaw.diagnostics.events.GarbageCollection;
import ai.openclaw.diagnostics.events.GatewayRpc;
import ai.openclaw.diagnostics.events.LivenessWarning;
import ai.openclaw.diagnostics.events.MessageDispatchCompleted;
import ai.openclaw.diagnostics.events.MessageDispatchStarted;
import ai.openclaw.diagnostics.events.MessageReceived;
import ai.openclaw.diagnostics.events.ModelFailover;
import ai.openclaw.diagnostics.events.PayloadLarge;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.events.SessionStuck;
import ai.openclaw.diagnostics.events.SessionTurnCreated;
import ai.openclaw.diagnostics.events.SkillUsed;
import ai.openclaw.diagnostics.events.ToolExecutionBlocked;
import ai.openclaw.diagnostics.events.UnknownEvent;
import ai.openclaw.diagnostics.events.WebhookError;
import ai.openclaw.diagnostics.events.WebhookProcessed;
import ai.openclaw.diagnostics.events.WebhookReceived;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.store.Sample;
import ai.openclaw.diagnostics.store.SeriesStore;
import ai.openclaw.diagnostics.store.Snapshot;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each component of each event record arrives where its name says: a text in the label of its name, a number in a series.
 * The records are those that the interface permits; a new one needs no change here.
 */
class BindingTest {

    /** Labels that are not named as their component is. */
    private static final Map<String, String> LABELS = Map.of(
            "agent_id", "agent",
            "harness_id", "harness",
            "plugin_id", "plugin",
            "tool_name", "tool",
            "talk_event_type", "event_type");

    /** What every event has and no metric shows, and what only profile 2026.9 will. */
    private static final Set<String> NOT_RECORDED = Set.of(
            "ts",
            "observation_unit",
            "tool_owner",
            "tool_source",
            "blocked_by",
            "external_bytes",
            "array_buffers_bytes",
            "worker_count",
            "worker_heap_sampled_count",
            "worker_heap_total_bytes",
            "worker_heap_used_bytes");

    /** Events that only profile 2026.9 will record. */
    private static final Set<Class<?>> OF_2026_9 = Set.of(
            GarbageCollection.class,
            EventLoopSample.class,
            GatewayRpc.class,
            ModelFailover.class,
            ToolExecutionBlocked.class,
            SkillUsed.class,
            WebhookReceived.class,
            WebhookProcessed.class,
            WebhookError.class,
            MessageReceived.class,
            MessageDispatchStarted.class,
            MessageDispatchCompleted.class,
            SessionStuck.class,
            SessionTurnCreated.class,
            ChildProcessSpawn.class,
            LivenessWarning.class,
            AsyncQueueDropped.class,
            PayloadLarge.class);

    private static final String MARKER = "marker-";

    private final SeriesStore store = SeriesStore.create(OpenClawCatalog.CATALOG, SeriesStore.DEFAULT_MAX_SERIES);
    private final Set<String> texts = new TreeSet<>();
    private final List<BigDecimal> numbers = new ArrayList<>();

    static Stream<Class<?>> events() {
        return Arrays.stream(DiagnosticEvent.class.getPermittedSubclasses())
                .filter(it -> it != UnknownEvent.class && !OF_2026_9.contains(it));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyComponentArrivesWhereItsNameSays(Class<?> type) throws ReflectiveOperationException {
        DiagnosticEvent event = (DiagnosticEvent) marked(type);
        EventRecorder.create(store, LabelPolicy.withRedactPatterns(List.of()), Rejections.create())
                .onEvent(event, Provenance.INTERNAL);

        Snapshot snapshot = store.newSnapshot();
        snapshot.refresh();
        Set<String> arrived = new TreeSet<>();
        List<BigDecimal> shown = new ArrayList<>();
        for (Family family : store.catalog().families()) {
            for (Sample sample : snapshot.samples(family)) {
                List<String> values = sample.series().labelValues();
                for (int i = 0; i < values.size(); i++) {
                    if (values.get(i).startsWith(MARKER)) {
                        String component =
                                values.get(i).substring(MARKER.length()).replace('-', '_');
                        assertThat(sample.series().labels().get(i).name())
                                .as("label of %s that has the component %s", family, component)
                                .isEqualTo(LABELS.getOrDefault(component, component));
                        arrived.add(component);
                    }
                }
                shown.add(number(sample));
            }
        }
        assertThat(arrived)
                .as("text components of %s that are labels", type.getSimpleName())
                .isEqualTo(texts);
        assertThat(numbers)
                .as("numbers of %s that no series shows", type.getSimpleName())
                .allMatch(number -> shown.stream()
                        .anyMatch(it -> it.compareTo(number) == 0
                                || it.movePointRight(3).compareTo(number) == 0));
    }

    /** Makes a record whose texts say their names and whose numbers all differ. */
    private Object marked(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i]);
        }
        Constructor<?> canonical = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return canonical.newInstance(values);
    }

    private Object value(RecordComponent component) throws ReflectiveOperationException {
        Class<?> type = component.getType();
        String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
        if (type == String.class) {
            if (NOT_RECORDED.contains(name)) {
                return null;
            }
            texts.add(name);
            return MARKER + name.replace('_', '-');
        }
        if (type == double.class) {
            if (NOT_RECORDED.contains(name)) {
                return Double.NaN;
            }
            double number = 1000 * (numbers.size() + 1);
            numbers.add(BigDecimal.valueOf(number));
            return number;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == List.class) {
            return List.of();
        }
        return type.getSimpleName().equals("TraceContext") ? null : marked(type);
    }

    private static BigDecimal number(Sample sample) {
        Family family = sample.series().family();
        if (family instanceof GaugeFamily) {
            return BigDecimal.valueOf(sample.gauge());
        }
        BigInteger sum = BigInteger.valueOf(sample.sumHigh())
                .shiftLeft(64)
                .add(new BigInteger(Long.toUnsignedString(sample.sumLow())));
        return new BigDecimal(sum, family.unit().fractionDigits());
    }
}
