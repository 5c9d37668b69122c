package ai.openclaw.diagnostics.json5;

import ai.openclaw.diagnostics.json5.Json5Value.ArrayValue;
import ai.openclaw.diagnostics.json5.Json5Value.Member;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import ai.openclaw.diagnostics.json5.Json5Value.ScalarValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes single values of a text whose value is an object, and leaves comments, order and layout as they are. Every change
 * is read back and compared with what it should mean before it counts.
 *
 * <p>A path is a list of keys, at least one. Not for use by several threads.
 */
public final class Json5Editor {

    private final String firstLine;
    private Json5Document document;

    private Json5Editor(Json5Document document, String firstLine) {
        this.document = document;
        this.firstLine = firstLine;
    }

    /**
     * Returns an editor of a document.
     *
     * @param firstLine a comment that an empty text gets as its first line
     */
    public static Json5Editor of(Json5Document document, String firstLine) {
        return new Json5Editor(document, firstLine);
    }

    /** Returns the text with all changes so far. */
    public Json5Document document() {
        return document;
    }

    /** Returns the value at a path, or null if there is none. */
    public @Nullable Json5Value find(List<String> path) {
        Json5Value value = document.root();
        for (String key : path) {
            if (value == null) {
                return null;
            }
            Member member = object(value).member(key);
            value = member == null ? null : member.value();
        }
        return value;
    }

    /**
     * Sets a string, whole number or boolean, and makes objects that are missing on the way to it.
     *
     * @throws Json5Exception if something else than an object is on the way, or an object or array would be replaced
     */
    public void set(List<String> path, Object value) {
        ensureRoot();
        Map<String, @Nullable Object> expected = ExpectedResult.with(plain(), path, value);
        ObjectValue parent = root();
        for (int i = 0; i < path.size(); i++) {
            Member member = parent.member(path.get(i));
            List<String> rest = path.subList(i + 1, path.size());
            if (member == null) {
                Insertion insertion = new Insertion.NewMember(path.get(i), rest, value);
                change(ContainerEdit.of(document, parent).add(insertion), expected);
                return;
            }
            if (rest.isEmpty()) {
                change(replaced(member.value(), value), expected);
                return;
            }
            parent = object(member.value());
        }
    }

    /**
     * Adds a string at the end of an array, which is made if it is missing.
     *
     * @return whether it was not there yet
     * @throws Json5Exception if there is something else than an array
     */
    public boolean add(List<String> path, String item) {
        Json5Value value = find(path);
        if (value == null) {
            set(path, List.of(item));
            return true;
        }
        ArrayValue array = array(value);
        if (array.plain().contains(item)) {
            return false;
        }
        String added = ContainerEdit.of(document, array).add(new Insertion.NewItem(item));
        change(added, ExpectedResult.with(plain(), path, ExpectedResult.plus(array.plain(), item)));
        return true;
    }

    /**
     * Removes a string from an array, wherever it is in it.
     *
     * @return whether it was there
     * @throws Json5Exception if there is something else than an array
     */
    public boolean removeItem(List<String> path, String item) {
        boolean removed = false;
        while (removeFirst(path, item)) {
            removed = true;
        }
        return removed;
    }

    private boolean removeFirst(List<String> path, String item) {
        Json5Value value = find(path);
        if (value == null) {
            return false;
        }
        ArrayValue array = array(value);
        int index = array.plain().indexOf(item);
        if (index < 0) {
            return false;
        }
        String removed = ContainerEdit.of(document, array).remove(index);
        change(removed, ExpectedResult.with(plain(), path, ExpectedResult.minus(array.plain(), index)));
        return true;
    }

    /**
     * Removes a key with its value.
     *
     * @return whether it was there
     * @throws Json5Exception if something else than an object is on the way
     */
    public boolean remove(List<String> path) {
        String key = path.get(path.size() - 1);
        Json5Value parent = find(path.subList(0, path.size() - 1));
        Member member = parent instanceof ObjectValue object ? object.member(key) : null;
        if (member == null || !(parent instanceof ObjectValue object)) {
            return false;
        }
        String removed =
                ContainerEdit.of(document, object).remove(object.members().indexOf(member));
        change(removed, ExpectedResult.without(plain(), path));
        return true;
    }

    private String replaced(Json5Value old, Object value) {
        if (!(old instanceof ScalarValue)) {
            throw wrong(old, "a single value");
        }
        TextEdits edits = new TextEdits();
        edits.replace(old.start(), old.end(), Style.value(value));
        return edits.applyTo(document.text());
    }

    /** Gives a text without a value an object, below whatever comments it has. */
    private void ensureRoot() {
        if (document.root() == null) {
            String lineEnd = Style.of(document).lineEnd();
            String before = document.text().isBlank() ? firstLine + lineEnd : document.text();
            boolean ended = before.endsWith("\n");
            document = Json5Document.parse(before + (ended ? "" : lineEnd) + "{}" + lineEnd);
        }
    }

    private void change(String text, Map<String, @Nullable Object> expected) {
        Json5Document changed = Json5Document.parse(text);
        if (!expected.equals(changed.root() instanceof ObjectValue object ? object.plain() : Map.of())) {
            throw new Json5Exception(0, "cannot be changed in this text; edit the file by hand");
        }
        document = changed;
    }

    private Map<String, @Nullable Object> plain() {
        return document.root() == null ? Map.of() : root().plain();
    }

    private ObjectValue root() {
        return object(Objects.requireNonNull(document.root()));
    }

    private static ObjectValue object(Json5Value value) {
        if (value instanceof ObjectValue object) {
            return object;
        }
        throw wrong(value, "an object");
    }

    private static ArrayValue array(Json5Value value) {
        if (value instanceof ArrayValue array) {
            return array;
        }
        throw wrong(value, "a list");
    }

    private static Json5Exception wrong(Json5Value found, String needed) {
        return new Json5Exception(found.start(), "found " + found.kind() + ", needed " + needed);
    }

    /** Returns what it edits, and nothing of the text. */
    @Override
    public String toString() {
        return "editor of " + document;
    }
}
