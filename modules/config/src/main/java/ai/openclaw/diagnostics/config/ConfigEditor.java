package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.Node.ListNode;
import ai.openclaw.diagnostics.config.Node.Member;
import ai.openclaw.diagnostics.config.Node.ObjectNode;
import ai.openclaw.diagnostics.config.Node.ScalarNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes single values of a configuration file and leaves its comments, order and layout as they are.
 *
 * <p>Changes are made in memory; {@link #write()} puts them into the file. Paths are keys with dots between them; a key
 * with other than letters, digits and {@code _ $ - @ /} stands in double quotes: {@code plugins.entries."a.b".enabled}.
 *
 * <p>Every change is read back and compared with what it should mean before it counts. While {@link #change} runs, no
 * other process or thread changes the file that way. An editor is not for use by several threads.
 */
public final class ConfigEditor {

    private static final String FIRST_LINE =
            "// OpenClaw Gateway, JSON5. What is in force and why: openclaw config check";

    private final DiskFile file;
    private final ConfigEnvironment environment;
    private final boolean mayShare;
    private Document document;

    private ConfigEditor(DiskFile file, ConfigEnvironment environment, boolean mayShare) {
        this.file = file;
        this.environment = environment;
        this.mayShare = mayShare;
        this.document = parse(file.text());
    }

    /**
     * Reads a file, which need not exist, changes it and writes it.
     *
     * @param location where the file is; one that was not named and that a reference Gateway uses, too, is not written
     * @param changes makes the changes
     * @return what the changes return
     * @throws ConfigException if the file cannot be read, changed or written; it is then as it was
     */
    public static <T> T change(
            ConfigLocation location, ConfigEnvironment environment, Function<ConfigEditor, T> changes) {
        return DiskFile.locked(location.file(), () -> {
            ConfigEditor editor = new ConfigEditor(DiskFile.read(location.file()), environment, location.isNamed());
            T result = changes.apply(editor);
            editor.write();
            return result;
        });
    }

    /**
     * Finds out whether a file could be changed, without changing anything.
     *
     * @throws ConfigException if it could not
     */
    public static void checkWritable(ConfigLocation location, ConfigEnvironment environment) {
        ConfigEditor editor = new ConfigEditor(DiskFile.read(location.file()), environment, location.isNamed());
        editor.checked();
        try {
            Path target = ConfigFiles.target(location.file());
            DiskFile.refuseReadOnly(target);
            AtomicFile.refuseReadOnly(AtomicFile.folder(target));
        } catch (IOException e) {
            throw DiskFile.cannotBeWritten(location.file(), e);
        }
    }

    /** Opens a file as one that was named, for tests. */
    static ConfigEditor open(Path file) {
        return new ConfigEditor(DiskFile.read(file), ConfigEnvironment.of(Map.of()), true);
    }

    /** Returns an editor of a text, as if it were a file's. */
    static ConfigEditor of(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return new ConfigEditor(new DiskFile(Path.of("openclaw.json"), content), ConfigEnvironment.of(Map.of()), true);
    }

    private Document parse(String text) {
        return Document.parse(new Source(file.name(), text));
    }

    /** Returns the text with all changes so far, secrets included. */
    public String text() {
        return document.source().whole(document.text());
    }

    /** Sets a string. */
    public ConfigEditor set(String path, String value) {
        return setValue(Paths.split(path), Substitution.escape(value));
    }

    /** Sets a credential. */
    public ConfigEditor set(String path, Secret value) {
        return setValue(Paths.split(path), Substitution.escape(value.reveal()));
    }

    /** Sets a truth value. */
    public ConfigEditor set(String path, boolean value) {
        return setValue(Paths.split(path), value);
    }

    /** Sets a whole number. */
    public ConfigEditor set(String path, long value) {
        return setValue(Paths.split(path), BigInteger.valueOf(value));
    }

    /**
     * Adds a string at the end of a list, which is made if it is missing.
     *
     * @return whether it was not there yet
     */
    public boolean add(String path, String item) {
        List<String> keys = Paths.split(path);
        Node value = find(keys);
        if (value == null) {
            setValue(keys, List.of(item));
            return true;
        }
        ListNode list = list(keys, value);
        if (list.plain().contains(item)) {
            return false;
        }
        String added = Container.of(document, list).add(new Addition.NewItem(item));
        change(keys, added, Model.with(model(), keys, Model.plus(list.plain(), item)));
        return true;
    }

    /**
     * Removes a string from a list, wherever it stands in it.
     *
     * @return whether it was there
     */
    public boolean removeItem(String path, String item) {
        List<String> keys = Paths.split(path);
        boolean removed = false;
        while (removeFirst(keys, item)) {
            removed = true;
        }
        return removed;
    }

    private boolean removeFirst(List<String> keys, String item) {
        Node value = find(keys);
        if (value == null) {
            return false;
        }
        ListNode list = list(keys, value);
        int index = list.plain().indexOf(item);
        if (index < 0) {
            return false;
        }
        String removed = Container.of(document, list).remove(index);
        change(keys, removed, Model.with(model(), keys, Model.minus(list.plain(), index)));
        return true;
    }

    /**
     * Removes a key with its value.
     *
     * @return whether it was there
     */
    public boolean remove(String path) {
        List<String> keys = Paths.split(path);
        List<String> parents = keys.subList(0, keys.size() - 1);
        Node parent = find(parents);
        Member member = parent instanceof ObjectNode object ? object.member(keys.get(parents.size())) : null;
        if (member == null || !(parent instanceof ObjectNode object)) {
            return false;
        }
        String removed = Container.of(document, object).remove(object.members().indexOf(member));
        change(keys, removed, Model.without(model(), keys));
        return true;
    }

    /** Tells whether the file has a key. */
    public boolean has(String path) {
        return find(Paths.split(path)) != null;
    }

    /**
     * Writes the changes into the file, if there are any. A kill at any moment leaves the old file or the new one. What
     * the file held before is kept beside it as {@code .bak}; both have the owner, the group and, unless it let every
     * user in, the mode that the file had. A link is followed and stays a link.
     *
     * @throws ConfigException if the result is not a valid configuration, if another program has changed the file since
     *     it was read, or if it cannot be written; the file is then as it was
     */
    void write() {
        checked();
        file.replace(text().getBytes(StandardCharsets.UTF_8));
    }

    private void checked() {
        List<String> foreign =
                GatewayConfig.parse(file.name(), text(), environment).passedOver();
        if (!foreign.isEmpty() && !mayShare) {
            throw new ConfigException(file.path() + ": is not changed, because it has sections of another Gateway ("
                    + String.join(", ", foreign) + "); give --config or set OPENCLAW_CONFIG_PATH to change it anyway");
        }
    }

    private ConfigEditor setValue(List<String> keys, Object value) {
        ensureRoot();
        Map<String, @Nullable Object> expected = Model.with(model(), keys, value);
        ObjectNode parent = document.root();
        for (int i = 0; i < keys.size(); i++) {
            Member member = parent.member(keys.get(i));
            List<String> rest = keys.subList(i + 1, keys.size());
            if (member == null) {
                Addition addition = new Addition.NewMember(keys.get(i), rest, value);
                change(keys, Container.of(document, parent).add(addition), expected);
                return this;
            }
            if (rest.isEmpty()) {
                change(keys, replaced(keys, member.value(), value), expected);
                return this;
            }
            parent = object(keys.subList(0, i + 1), member.value());
        }
        throw new AssertionError("a path has at least one key");
    }

    private String replaced(List<String> keys, Node old, Object value) {
        if (!(old instanceof ScalarNode)) {
            throw wrong(keys, old, "a single value");
        }
        Splices splices = new Splices();
        splices.replace(old.start(), old.end(), Style.value(value));
        return splices.applyTo(document.text());
    }

    /** Gives a file without an object one, below whatever comments it has. */
    private void ensureRoot() {
        if (document.tokens().isEmpty()) {
            String lineEnd = Style.of(document).lineEnd();
            String before = document.text().isBlank() ? FIRST_LINE + lineEnd : document.text();
            boolean ended = before.endsWith("\n");
            document = parse(document.source().whole(before + (ended ? "" : lineEnd) + "{}" + lineEnd));
        }
    }

    private void change(List<String> keys, String text, Map<String, @Nullable Object> expected) {
        Document changed = parse(document.source().whole(text));
        if (!changed.root().plain().equals(expected)) {
            throw new ConfigException(file.name() + ": " + Paths.cut(Paths.join(keys))
                    + ": cannot be changed in this text; please edit the file by hand");
        }
        document = changed;
    }

    private Map<String, @Nullable Object> model() {
        return document.root().plain();
    }

    private @Nullable Node find(List<String> keys) {
        Node node = document.root();
        for (int i = 0; i < keys.size(); i++) {
            Member member = object(keys.subList(0, i), node).member(keys.get(i));
            if (member == null) {
                return null;
            }
            node = member.value();
        }
        return node;
    }

    private ObjectNode object(List<String> keys, Node node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw wrong(keys, node, "an object");
    }

    private ListNode list(List<String> keys, Node node) {
        if (node instanceof ListNode list) {
            return list;
        }
        throw wrong(keys, node, "a list");
    }

    private ConfigException wrong(List<String> keys, Node found, String needed) {
        return new ConfigException(document.source().at(found.start()) + ": " + Paths.cut(Paths.join(keys)) + ": found "
                + found.kind() + ", needed " + needed);
    }
}
