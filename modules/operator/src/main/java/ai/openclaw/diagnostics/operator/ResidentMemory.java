package ai.openclaw.diagnostics.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How much memory the process has in use, as Linux tells. */
final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String NAME = "VmRSS:";
    private static final long KIBIBYTE = 1024;

    private ResidentMemory() {}

    /** Returns it in bytes, null where the system does not tell. Reads a file, so not on an event loop. */
    static @Nullable Long bytes() {
        try {
            return Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith(NAME))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }
}
