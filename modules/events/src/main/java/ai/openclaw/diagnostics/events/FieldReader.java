package ai.openclaw.diagnostics.events;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the fields of one event in the order in which its record declares them: a record asks for the same fields in the
 * same order each time, so that its constructor is the declaration of its fields and no name is looked up.
 *
 * <p>What is absent or a JSON null is unknown. So is what has the wrong type, which is also counted as rejected.
 */
sealed interface FieldReader permits FieldTable.Declaration, JsonFields {

    /** Returns a text, or null. */
    @Nullable
    String text(String name);

    /** Returns a number, or {@code NaN}. */
    double number(String name);

    /** Returns whether the literal {@code true} is there. */
    boolean flag(String name);

    /** Returns a flag, or null. */
    @Nullable
    Boolean optionalFlag(String name);

    /** Returns the texts of an array; empty if there is none. */
    List<String> texts(String name);

    /** Returns what the objects of an array are read to; empty if there is none. */
    <T> List<T> objects(String name, Function<FieldReader, T> read);

    /** Returns what an object is read to, or null. */
    <T> @Nullable T object(String name, Function<FieldReader, @Nullable T> read);

    /** As {@link #object}, for an object whose absence the recorder rejects: here it is not counted, whatever is there. */
    <T> @Nullable T required(String name, Function<FieldReader, @Nullable T> read);
}
