package ai.openclaw.diagnostics.recording;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.GatewayRpc;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.events.TraceContext;
import ai.openclaw.diagnostics.events.UnknownEvent;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.store.Sample;
import ai.openclaw.diagnostics.store.SeriesStore;
import ai.openclaw.diagnostics.store.Snapshot;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
            "talk_event_type", "event_type",
            "reasons", "reason",
            "skill_name", "skill",
            "skill_source", "source",
            "update_type", "webhook");

    /** What every event has and no metric shows, and what becomes one of two words. */
    private static final Set<String> NOT_RECORDED = Set.of("ts", "heap_total", "observation_unit");

    private static final String MARKER = "marker-";

    private final Set<String> texts = new TreeSet<>();
    private final List<BigDecimal> numbers = new ArrayList<>();

    /** By name of a label with a closed set: the value that is sent, since a marker would be replaced. */
    private final Map<String, String> closed = new HashMap<>();

    /** All but calls of the Gateway's methods, whose phases record different components: see {@link RpcRecorderTest}. */
    static Stream<Class<?>> events() {
        return Arrays.stream(DiagnosticEvent.class.getPermittedSubclasses())
                .filter(it -> it != UnknownEvent.class && it != GatewayRpc.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyComponentArrivesWhereItsNameSays(Class<?> type) throws ReflectiveOperationException {
        recorded(type)
                .forEach(sample -> sample.series().labels().stream()
                        .filter(label -> !label.values().isEmpty())
                        .forEach(label -> closed.put(
                                label.name(), label.values().get(label.values().size() - 1))));
        texts.clear();
        numbers.clear();
        Set<String> arrived = new TreeSet<>();
        List<BigDecimal> shown = new ArrayList<>();
        for (Sample sample : recorded(type)) {
            List<String> values = sample.series().labelValues();
            for (int i = 0; i < values.size(); i++) {
                arrived.addAll(
                        components(values.get(i), sample.series().labels().get(i)));
            }
            shown.add(number(sample));
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

    /** Returns the component that a label shows, if it is one. */
    private Set<String> components(String value, Label label) {
        if (!label.values().isEmpty()) {
            return value.equals(closed.get(label.name())) && texts.contains(label.name())
                    ? Set.of(label.name())
                    : Set.of();
        }
        if (!value.startsWith(MARKER)) {
            return Set.of();
        }
        String component = value.substring(MARKER.length()).replace('-', '_');
        assertThat(label.name())
                .as("label that has the component %s", component)
                .isEqualTo(LABELS.getOrDefault(component, component));
        return Set.of(component);
    }

    /** Records a marked event of a type in a new store, and returns every sample. */
    private List<Sample> recorded(Class<?> type) throws ReflectiveOperationException {
        SeriesStore store = SeriesStore.create(OpenClawCatalog.of(Profile.V2026_9), SeriesStore.DEFAULT_MAX_SERIES);
        EventRecorder.create(store, LabelPolicy.withRedactPatterns(List.of()), Rejections.create())
                .onEvent((DiagnosticEvent) marked(type), Provenance.INTERNAL);
        Snapshot snapshot = Snapshot.of(store);
        snapshot.refresh();
        return store.catalog().families().stream()
                .flatMap(family -> snapshot.samples(family).stream())
                .toList();
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
        String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        if (type == String.class) {
            return NOT_RECORDED.contains(name) ? null : text(name);
        }
        if (type == double.class) {
            return NOT_RECORDED.contains(name) ? Double.NaN : number();
        }
        if (type == boolean.class || type == Boolean.class) {
            return false;
        }
        if (type == List.class) {
            Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return List.of(element == String.class ? text(name) : marked(element));
        }
        return type == TraceContext.class ? null : marked(type);
    }

    private String text(String name) {
        texts.add(name);
        return closed.getOrDefault(name, MARKER + name.replace('_', '-'));
    }

    private double number() {
        double number = 1000 * (numbers.size() + 1);
        numbers.add(BigDecimal.valueOf(number));
        return number;
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
