package ai.openclaw.diagnostics.config.schema;

import ai.openclaw.diagnostics.config.source.Secret;
import ai.openclaw.diagnostics.json5.Json5Value;
import ai.openclaw.diagnostics.json5.Json5Value.ArrayValue;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import ai.openclaw.diagnostics.json5.Json5Value.ScalarValue;
import ai.openclaw.diagnostics.json5.Quoting;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a key may hold.
 *
 * @param allowed what messages say is allowed
 * @param item the type of the items, if this is a list
 * @param instead what to do instead of certain values that are refused, by value
 * @param reader returns the value of a node, or null if it is not of this type
 */
public record ValueType<T>(
        String allowed,
        @Nullable ValueType<String> item,
        Map<String, String> instead,
        Function<Json5Value, @Nullable T> reader) {

    /** In {@code instead}, any object. */
    public static final String ANY_OBJECT = "{}";

    private static <T> ValueType<T> scalar(String allowed, Function<Object, @Nullable T> reader) {
        return new ValueType<>(
                allowed,
                null,
                Map.of(),
                node -> node instanceof ScalarValue scalar && scalar.value() != null
                        ? reader.apply(scalar.value())
                        : null);
    }

    /** Whole numbers of a range. */
    static ValueType<Integer> range(int lowest, int highest) {
        return scalar(lowest + " to " + highest, value -> {
            Long number = whole(value);
            return number != null && number >= lowest && number <= highest ? (Integer) number.intValue() : null;
        });
    }

    /** Whole numbers from 1 to a highest. */
    static ValueType<Long> upTo(long highest) {
        return range(1L, highest);
    }

    /** Whole numbers of a range that may be large. */
    static ValueType<Long> range(long lowest, long highest) {
        return scalar(lowest + " to " + highest, value -> {
            Long number = whole(value);
            return number != null && number >= lowest && number <= highest ? number : null;
        });
    }

    private static @Nullable Long whole(Object value) {
        if (value instanceof Double number && number.longValue() == number) {
            return number.longValue();
        }
        return value instanceof Long number ? number : null;
    }

    /** {@code true} or {@code false}. */
    static ValueType<Boolean> bool() {
        return scalar("true or false", value -> value instanceof Boolean bool ? bool : null);
    }

    /** Strings that are not blank. */
    static ValueType<String> text() {
        return text("a string", text -> !text.isBlank());
    }

    /** Strings that pass a test. */
    static ValueType<String> text(String allowed, Predicate<String> test) {
        return scalar(allowed, value -> value instanceof String text && test.test(text) ? text : null);
    }

    /** Strings that are not blank and that no message shows. */
    static ValueType<Secret> secret(String variable) {
        ValueType<Secret> type =
                scalar("a string", value -> value instanceof String text && !text.isBlank() ? Secret.of(text) : null);
        return type.instead(Map.of(
                ANY_OBJECT,
                "references to a secret store are not followed; write \"${NAME}\" to take it from an environment"
                        + " variable, or leave it out and set " + variable));
    }

    /** One of these strings. */
    static ValueType<String> oneOf(String... allowed) {
        List<String> quoted = Arrays.stream(allowed).map(Quoting::quoted).toList();
        int last = allowed.length - 1;
        return text(
                String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last),
                text -> List.of(allowed).contains(text));
    }

    /** Lists of strings. */
    static ValueType<List<String>> listOf(ValueType<String> item) {
        return new ValueType<>(
                "a list", item, Map.of(), node -> node instanceof ArrayValue list ? strings(list, item) : null);
    }

    private static @Nullable List<String> strings(ArrayValue list, ValueType<String> item) {
        List<@Nullable String> items = list.items().stream()
                .<@Nullable String>map(it -> item.read(it.value()))
                .toList();
        return items.contains(null) ? null : Collections.unmodifiableList(items);
    }

    /** Objects of any kind. */
    static ValueType<Map<String, @Nullable Object>> anyObject() {
        return new ValueType<>(
                "an object", null, Map.of(), node -> node instanceof ObjectValue object ? object.plain() : null);
    }

    /** Returns this type with what to do instead of certain values that are refused. */
    ValueType<T> instead(Map<String, String> remedies) {
        return new ValueType<>(allowed, item, remedies, reader);
    }

    /** Returns what to do instead of a value that was refused, or null if that is not known. */
    @Nullable
    public String remedy(Json5Value node) {
        boolean text = node instanceof ScalarValue scalar && scalar.value() instanceof String;
        return node instanceof ObjectValue
                ? instead.get(ANY_OBJECT)
                : text ? instead.get((String) ((ScalarValue) node).value()) : null;
    }

    /** Returns the value of a node, or null if it is not of this type. */
    @Nullable
    public T read(Json5Value node) {
        return reader.apply(node);
    }

    /** Returns what is allowed, with the items of a list. */
    public String description() {
        return item == null ? allowed : allowed + ", each item " + item.allowed();
    }
}
