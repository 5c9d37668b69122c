package ai.openclaw.diagnostics.pluginhost;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.files.AtomicFile;
import ai.openclaw.diagnostics.files.FileFailure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder {@code plugins} of the state folder: one record, {@code installed.json}, and beside it each installed jar
 * under its SHA-256.
 *
 * <p>The record decides: a jar is installed as soon as the record names it and until it no longer does. It is replaced
 * atomically, after a new jar is there and before an old one goes, so that a process that is killed at any moment leaves the
 * old state or the new. A jar that the record does not name is never loaded, and the next change sweeps it away.
 *
 * <p>Changes exclude each other, between processes too; reading takes no lock.
 */
public final class PluginStore {

    private static final Set<StandardOpenOption> LOCK_OPTIONS =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    /** What this class writes and a process that is killed may leave; other files are none of its business. */
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{64}\\.jar|\\..+\\.tmp");

    private static final String STATE_FOLDER =
            "Mend that, or set OPENCLAW_STATE_DIR to a folder that this process may write to.";

    private final Path folder;
    private final Path record;

    private PluginStore(Path folder) {
        this.folder = folder;
        this.record = folder.resolve("installed.json");
    }

    /** Returns the store of a state folder; neither need exist. */
    public static PluginStore in(Path stateFolder) {
        return new PluginStore(stateFolder.resolve("plugins"));
    }

    /**
     * Returns the plugins of all installed jars.
     *
     * @throws GatewayException if a jar is not what was installed, or the record cannot be read
     */
    public List<DiscoveredPlugin> plugins() {
        return installed().stream().flatMap(this::plugins).toList();
    }

    private Stream<DiscoveredPlugin> plugins(InstalledJar jar) {
        String subject = "The installed plugin " + jar.names();
        String uninstall = "run `openclaw plugins uninstall " + jar.ids().get(0) + "`.";
        refuseChanged(jar, subject, "Install " + jar.file() + " again, or " + uninstall);
        return PluginJar.load(file(jar.sha256()), subject, "To go on without it, " + uninstall).plugins().stream()
                .map(plugin -> new DiscoveredPlugin(plugin, PluginOrigin.INSTALLED, jar.file(), jar.sha256()));
    }

    private void refuseChanged(InstalledJar jar, String subject, String advice) {
        Path file = file(jar.sha256());
        String found = found(file, jar.sha256());
        if (!found.isEmpty()) {
            throw GatewayException.unusable(subject + " is refused: its jar must be as it was installed, with SHA-256 "
                    + InstalledJar.abridged(jar.sha256()) + ", but " + file + " " + found + ". " + advice);
        }
    }

    /** Returns what is wrong with a jar, nothing if it has this SHA-256. */
    private static String found(Path file, String sha256) {
        try {
            String now = InstalledJar.sha256(Files.readAllBytes(file));
            return now.equals(sha256) ? "" : "has " + InstalledJar.abridged(now);
        } catch (NoSuchFileException e) {
            return "is gone";
        } catch (IOException e) {
            return "cannot be read: " + FileFailure.reason(e);
        }
    }

    /**
     * Returns what is recorded.
     *
     * @throws GatewayException if the record cannot be read
     */
    List<InstalledJar> installed() {
        try {
            JsonObject json = new JsonObject(Files.readString(record));
            return json.getJsonArray("installed").stream()
                    .map(it -> InstalledJar.of((JsonObject) it))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw GatewayException.unusable("The record of installed plugins, " + record + ", cannot be read: "
                    + FileFailure.reason(e) + ". " + STATE_FOLDER);
        } catch (RuntimeException e) {
            throw GatewayException.unusable("The record of installed plugins, " + record
                    + ", is damaged. Delete it and install the plugins again.");
        }
    }

    /** Replaces the record. */
    void record(List<InstalledJar> jars) {
        JsonArray array = new JsonArray();
        jars.forEach(jar -> array.add(jar.json()));
        write(record, new JsonObject().put("installed", array).encodePrettily().getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a jar into the folder, where it is not known before it is recorded, and returns its place. */
    Path put(String sha256, byte[] content) {
        Path file = file(sha256);
        if (!holds(file, content)) {
            write(file, content);
        }
        return file;
    }

    private static boolean holds(Path file, byte[] content) {
        try {
            return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content);
        } catch (IOException e) {
            return false;
        }
    }

    private void write(Path file, byte[] content) {
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw GatewayException.failed(file + " cannot be written: " + FileFailure.reason(e) + ". " + STATE_FOLDER);
        }
    }

    private Path file(String sha256) {
        return folder.resolve(sha256 + ".jar");
    }

    /** Makes a change while no other process does, and sweeps away what is not recorded then. */
    <T> T change(Supplier<T> change) {
        try {
            AtomicFile.createFolder(folder);
            try (FileChannel lock = FileChannel.open(folder.resolve(".lock"), LOCK_OPTIONS)) {
                lock.lock(); // until it is closed or the process ends, however that comes
                return changeAndSweep(change);
            }
        } catch (IOException e) {
            throw GatewayException.failed(
                    "The folder " + folder + " cannot be used: " + FileFailure.reason(e) + ". " + STATE_FOLDER);
        }
    }

    private <T> T changeAndSweep(Supplier<T> change) throws IOException {
        try {
            return change.get();
        } finally {
            sweep();
        }
    }

    private void sweep() throws IOException {
        Set<Path> recorded = installed().stream().map(jar -> file(jar.sha256())).collect(Collectors.toSet());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> OURS.matcher(name(file)).matches() && !recorded.contains(file))) {
            for (Path file : files) {
                delete(file);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            return; // some systems keep what a Gateway has open; the next change tries again
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
