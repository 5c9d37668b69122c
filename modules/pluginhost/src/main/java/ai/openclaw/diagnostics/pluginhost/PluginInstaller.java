package ai.openclaw.diagnostics.pluginhost;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.files.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts jars of plugins into the store, and takes them out. */
public final class PluginInstaller {

    private static final long MAX_BYTES = 64L << 20;

    private final PluginStore store;

    /** Creates one for this store; nothing is read or written yet. */
    public PluginInstaller(PluginStore store) {
        this.store = store;
    }

    /**
     * What an installation did.
     *
     * @param jar what is recorded now
     * @param replaced what is not any more; the jar itself, if it was installed before
     */
    public record Installation(InstalledJar jar, List<InstalledJar> replaced) {

        public boolean repeated() {
            return replaced.contains(jar);
        }
    }

    /**
     * Installs a jar.
     *
     * @param file the jar
     * @param others the plugins that are not installed ones
     * @param force whether it replaces installed jars with plugins of the same ids
     * @throws GatewayException if it is no plugin's jar, or one of its ids is taken
     */
    public Installation install(Path file, PluginRegistry others, boolean force) {
        String subject = "The plugin " + file;
        byte[] content = content(file, subject);
        return store.change(() -> install(content, file, subject, others, force));
    }

    private Installation install(byte[] content, Path file, String subject, PluginRegistry others, boolean force) {
        String sha256 = InstalledJar.sha256(content);
        PluginJar loaded = PluginJar.load(store.put(sha256, content), subject, "");
        InstalledJar jar = new InstalledJar(sha256, loaded.module(), loaded.ids(), String.valueOf(file.getFileName()));
        List<InstalledJar> installed = store.installed();
        Optional<InstalledJar> same =
                installed.stream().filter(it -> it.sha256().equals(sha256)).findFirst();
        if (same.isPresent()) {
            return new Installation(same.get(), List.of(same.get()));
        }
        refuseTaken(jar, subject, others);
        List<InstalledJar> clashing =
                installed.stream().filter(jar::clashesWith).toList();
        if (!clashing.isEmpty() && !force) {
            throw taken(jar, clashing.get(0), subject);
        }
        store.record(Stream.concat(installed.stream().filter(it -> !clashing.contains(it)), Stream.of(jar))
                .toList());
        return new Installation(jar, clashing);
    }

    private static byte[] content(Path file, String subject) {
        try {
            if (!Files.exists(file)) {
                throw GatewayException.unusable(subject + " is refused: there is no such file.");
            }
            if (!Files.isRegularFile(file)) {
                throw GatewayException.unusable(subject + " is refused: it is not a file. Give the path of one jar.");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw GatewayException.unusable(
                        subject + " is refused: " + Files.size(file) + " bytes, at most " + MAX_BYTES + ".");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw GatewayException.unusable(subject + " is refused: it cannot be read: " + FileFailure.reason(e) + ".");
        }
    }

    private static void refuseTaken(InstalledJar jar, String subject, PluginRegistry others) {
        for (String id : jar.ids()) {
            others.find(id).ifPresent(other -> {
                boolean bundled = other.origin() == PluginOrigin.BUNDLED;
                throw GatewayException.failed(subject + " is not installed: its id " + id + " is taken by a plugin "
                        + other.place() + ". " + (bundled ? "Give it another id." : "Take that one out first."));
            });
        }
    }

    private static GatewayException taken(InstalledJar jar, InstalledJar other, String subject) {
        String id = jar.ids().stream().filter(other.ids()::contains).findFirst().orElseThrow();
        return GatewayException.failed(
                subject + " is not installed: its id " + id + " is taken by a plugin installed from " + other.file()
                        + " (SHA-256 " + InstalledJar.abridged(other.sha256()) + "). Run `openclaw plugins uninstall "
                        + id + "` first, or replace it with --force.");
    }

    /** Uninstalls the jar that has a plugin of this id, and returns what was recorded of it, if there was one. */
    public Optional<InstalledJar> uninstall(String id) {
        if (find(id).isEmpty()) {
            return Optional.empty(); // without making a folder
        }
        return store.change(() -> {
            Optional<InstalledJar> jar = find(id);
            jar.ifPresent(gone -> store.record(
                    store.installed().stream().filter(it -> !it.equals(gone)).toList()));
            return jar;
        });
    }

    private Optional<InstalledJar> find(String id) {
        return store.installed().stream().filter(jar -> jar.ids().contains(id)).findFirst();
    }
}
