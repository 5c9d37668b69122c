package ai.openclaw.diagnostics.alerts;

import ai.openclaw.diagnostics.alerts.rule.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the rule files of a site. */
final class Main {

    private Main() {}

    /**
     * Writes the files.
     *
     * @param arguments the folder, then any of {@code job=…}, {@code runbooks=…}, {@code dashboards=…}
     */
    public static void main(String... arguments) {
        try {
            run(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println("The rules cannot be written: " + e);
            System.exit(1);
        }
    }

    static void run(String... arguments) throws IOException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("arguments: <folder> [job=…] [runbooks=…/] [dashboards=…/]");
        }
        Settings settings = Settings.DEFAULT;
        for (int i = 1; i < arguments.length; i++) {
            settings = settings.with(arguments[i]);
        }
        write(Path.of(arguments[0]), settings);
    }

    static void write(Path folder, Settings settings) throws IOException {
        for (Map.Entry<String, String> file : RuleFiles.of(settings).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
