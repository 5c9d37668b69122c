package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.schema.ConfigText;
import ai.openclaw.diagnostics.config.schema.Paths;
import ai.openclaw.diagnostics.config.schema.Substitution;
import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.config.source.Secret;
import ai.openclaw.diagnostics.files.AtomicFile;
import ai.openclaw.diagnostics.files.FilePaths;
import ai.openclaw.diagnostics.json5.Json5Editor;
import ai.openclaw.diagnostics.json5.Json5Exception;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Changes single values of a configuration file and leaves its comments, order and layout as they are.
 *
 * <p>Changes are made in memory; {@link #write()} puts them into the file. Paths are keys with dots between them; a key
 * with other than letters, digits and {@code _ $ - @ /} is in double quotes: {@code plugins.entries."a.b".enabled}.
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
    private final Json5Editor editor;

    private ConfigEditor(DiskFile file, ConfigEnvironment environment, boolean mayShare) {
        this.file = file;
        this.environment = environment;
        this.mayShare = mayShare;
        this.editor = Json5Editor.of(ConfigText.parse(file.name(), file.text()).document(), FIRST_LINE);
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
            Path target = FilePaths.target(location.file());
            DiskFile.refuseReadOnly(target);
            AtomicFile.refuseReadOnly(FilePaths.folder(target));
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

    /** Returns the text with all changes so far, secrets included. */
    public String text() {
        return editor.document().text();
    }

    /** Sets a string. */
    public ConfigEditor set(String path, String value) {
        return setValue(path, Substitution.escape(value));
    }

    /** Sets a credential. */
    public ConfigEditor set(String path, Secret value) {
        return setValue(path, Substitution.escape(value.reveal()));
    }

    /** Sets a truth value. */
    public ConfigEditor set(String path, boolean value) {
        return setValue(path, value);
    }

    /** Sets a whole number. */
    public ConfigEditor set(String path, long value) {
        return setValue(path, value);
    }

    private ConfigEditor setValue(String path, Object value) {
        return edit(path, keys -> {
            editor.set(keys, value);
            return this;
        });
    }

    /**
     * Adds a string at the end of a list, which is made if it is missing.
     *
     * @return whether it was not there yet
     */
    public boolean add(String path, String item) {
        return edit(path, keys -> editor.add(keys, Substitution.escape(item)));
    }

    /**
     * Removes a string from a list, wherever it is in it.
     *
     * @return whether it was there
     */
    public boolean removeItem(String path, String item) {
        return edit(path, keys -> editor.removeItem(keys, Substitution.escape(item)));
    }

    /**
     * Removes a key with its value.
     *
     * @return whether it was there
     */
    public boolean remove(String path) {
        return edit(path, editor::remove);
    }

    private <T> T edit(String path, Function<List<String>, T> change) {
        List<String> keys = Paths.split(path);
        try {
            return change.apply(keys);
        } catch (Json5Exception e) {
            throw new ConfigException(file.name() + ":" + editor.document().position(e.offset()) + ": "
                    + Paths.cut(Paths.join(keys)) + ": " + e.getMessage());
        }
    }

    /** Tells whether the file has a key. */
    public boolean has(String path) {
        return edit(path, keys -> editor.find(keys) != null);
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
        List<String> foreign = GatewayConfig.of(new ConfigText(file.name(), editor.document()), environment)
                .passedOver();
        if (!foreign.isEmpty() && !mayShare) {
            throw new ConfigException(file.path() + ": is not changed, because it has sections of another Gateway ("
                    + String.join(", ", foreign) + "); give --config or set OPENCLAW_CONFIG_PATH to change it anyway");
        }
    }
}
