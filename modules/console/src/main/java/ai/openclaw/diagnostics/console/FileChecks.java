package ai.openclaw.diagnostics.console;

import ai.openclaw.diagnostics.config.LogSettings;
import ai.openclaw.diagnostics.files.AtomicFile;
import ai.openclaw.diagnostics.files.FileFailure;
import ai.openclaw.diagnostics.files.FilePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks of the files and folders that a Gateway uses. */
final class FileChecks {

    private static final long MIN_FREE_BYTES = 16L << 20;
    private static final String FIX = "openclaw doctor --fix, or ";

    private static final Set<PosixFilePermission> FOR_OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
    private static final Set<PosixFilePermission> WRITE_FOR_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Setup setup;

    FileChecks(Setup setup) {
        this.setup = setup;
    }

    /** The file may hold the token. */
    Finding configMode() {
        String check = "file mode";
        Path file = setup.location().file();
        Set<PosixFilePermission> mode = mode(file);
        if (mode == null) {
            return Finding.skipped(check, "there is no configuration file, or the system has no modes");
        }
        mode.retainAll(FOR_OTHERS);
        return mode.isEmpty()
                ? Finding.ok(check, "only its owner can read the configuration")
                : Finding.failure(check, "others than its owner may use " + file, FIX + "chmod 600 " + file)
                        .repairedBy(() -> setMode(file, "rw-------"));
    }

    Finding stateDirectory() {
        String check = "state directory";
        Path folder = setup.location().stateDirectory();
        Finding notMade = notMade(check, folder);
        if (notMade != null) {
            return notMade;
        }
        if (!Files.isDirectory(folder)) {
            return Finding.ok(check, folder + " is not there yet; the Gateway makes it");
        }
        Set<PosixFilePermission> mode = mode(folder);
        if (mode != null && mode.stream().anyMatch(WRITE_FOR_OTHERS::contains)) {
            return Finding.failure(check, "others than its owner may write into " + folder, FIX + "chmod 700 " + folder)
                    .repairedBy(() -> setMode(folder, "rwx------"));
        }
        if (!Files.isWritable(folder)) {
            return Finding.failure(
                    check,
                    folder + " cannot be written by this user",
                    "run as the Gateway's user, or give it the folder");
        }
        return freeSpace(check, folder);
    }

    private static Finding freeSpace(String check, Path folder) {
        return free(folder)
                .map(free -> free < MIN_FREE_BYTES
                        ? Finding.failure(
                                check,
                                Quantities.bytes(free) + " free, and a Gateway with less than 16 MiB is not ready",
                                "make room on the file system of " + folder)
                        : Finding.ok(check, folder + ", " + Quantities.bytes(free) + " free"))
                .orElseGet(() -> Finding.failure(check, folder + " cannot be read", "see why with ls -ld " + folder));
    }

    /** A log without a bound fills a disk one night. */
    Finding log() {
        String check = "log";
        LogSettings log = setup.usable().map(settings -> settings.log()).orElse(null);
        if (log == null) {
            return Finding.skipped(check, "the configuration cannot be used");
        }
        if (log.file().isEmpty()) {
            return Finding.ok(check, "on standard error, which the container or the service bounds");
        }
        Path folder = Objects.requireNonNull(log.file().get().value().getParent(), "an absolute path");
        Finding notMade = notMade(check, folder);
        if (notMade != null) {
            return notMade;
        }
        if (!Files.isWritable(existing(folder))) {
            return Finding.failure(check, folder + " cannot be written by this user", "run as the Gateway's user");
        }
        return size(check, log, folder);
    }

    /** Returns a failure for a folder that is not there and cannot be made, null for all others: a Gateway makes its folders. */
    private static @Nullable Finding notMade(String check, Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                AtomicFile.refuseReadOnly(folder);
            }
            return null;
        } catch (IOException e) {
            return Finding.failure(
                    check,
                    folder + " is not there and cannot be made: " + FileFailure.reason(e),
                    "make it for the Gateway's user, or run as a user who can");
        }
    }

    /** Returns the folder, or the nearest above it that is there. */
    private static Path existing(Path folder) {
        Path existing = folder;
        while (!Files.exists(existing)) {
            existing = FilePaths.folder(existing);
        }
        return existing;
    }

    private static Finding size(String check, LogSettings log, Path folder) {
        long bound = log.maxFileBytes().value() * (1L + log.keepFiles().value());
        String text = "at most " + Quantities.bytes(bound) + " in " + folder;
        return free(existing(folder)).orElse(Long.MAX_VALUE) < bound
                ? Finding.warning(
                        check,
                        text + ", more than is free there",
                        "lower logging.maxFileBytes or logging.keepFiles, or make room")
                : Finding.ok(check, text);
    }

    private static Optional<Long> free(Path folder) {
        try {
            return Optional.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Set<PosixFilePermission> mode(Path file) {
        try {
            return EnumSet.copyOf(Files.getPosixFilePermissions(file));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return null; // not there, no modes, or mode 0000, which permits no access
        }
    }

    private static void setMode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
