package ai.openclaw.diagnostics.console;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder that the application is packaged in, with {@code bin} and {@code lib}, or a runtime image. */
public final class Application {

    private Application() {}

    /** Returns the folder, null if the classes are not in one. */
    public static @Nullable Path folder() {
        try {
            URI place = Application.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path folder = place.getScheme().equals("jrt")
                    ? Path.of(System.getProperty("java.home"))
                    : Path.of(place).resolve("../..").normalize().toRealPath(); // by names: a jar is no folder
            return Files.isExecutable(folder.resolve("bin/openclaw-archive")) ? folder : null;
        } catch (URISyntaxException | IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
