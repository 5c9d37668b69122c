package ai.openclaw.diagnostics.demo.cast;

import java.util.ArrayList;
import java.util.List;

/**
 * Values with weights, of which one is picked by chance.
 *
 * @param <T> the type of the values
 */
public final class Mix<T> {

    private final List<Part<T>> parts;
    private final double total;

    private Mix(List<Part<T>> parts) {
        this.parts = parts;
        this.total = parts.stream().mapToDouble(Part::weight).sum();
    }

    /** Returns a mix of one value. */
    public static <T> Mix<T> of(T value, double weight) {
        return new Mix<>(List.of(new Part<>(value, weight)));
    }

    /** Returns a mix of the same values and one more. */
    public Mix<T> and(T value, double weight) {
        List<Part<T>> more = new ArrayList<>(parts);
        more.add(new Part<>(value, weight));
        return new Mix<>(List.copyOf(more));
    }

    /** Picks a value, by the weights. */
    public T pick(Dice dice) {
        double left = dice.upTo(total);
        for (Part<T> part : parts) {
            left -= part.weight;
            if (left < 0) {
                return part.value;
            }
        }
        return parts.get(parts.size() - 1).value; // rounding may leave a crumb
    }

    private record Part<T>(T value, double weight) {}
}
