package ai.openclaw.diagnostics.cli.diagnostics;

import ai.openclaw.diagnostics.cli.options.GatewayOption;
import ai.openclaw.diagnostics.cli.options.ModuleVersion;
import ai.openclaw.diagnostics.cli.options.StartCheck;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.PluginSettings;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.config.UsableSettings;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.config.source.Setting;
import ai.openclaw.diagnostics.console.TextTable;
import ai.openclaw.diagnostics.files.FileFailure;
import ai.openclaw.diagnostics.support.LocalFiles;
import ai.openclaw.diagnostics.support.ShippedModules;
import ai.openclaw.diagnostics.support.SupportBundle;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a support bundle, with or without a running Gateway. */
@Command(
        name = "export",
        description = {
            "Write a ZIP for support: status, metrics, threads, the configuration and the end of the log, without"
                    + " secrets.",
            "Without a Gateway it holds what the files tell, and why the last start failed. Nothing is sent anywhere."
        },
        exitCodeList = {"0:written, even if parts are missing", "1:not written", "2:wrong usage"})
public final class DiagnosticsExportCommand implements Callable<Integer> {

    private static final int MAX_LINES = 100_000;
    private static final int MAX_BYTES = 8 << 20;

    @Mixin
    private GatewayOption gateway;

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description = "File or folder to write to; else logs/support in the state directory.")
    private @Nullable Path output;

    @Option(
            names = "--log-lines",
            paramLabel = "N",
            defaultValue = "5000",
            description = "How many lines from the end of the log; ${DEFAULT-VALUE}.")
    private int logLines;

    @Option(
            names = "--log-bytes",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many bytes from the end of the log; ${DEFAULT-VALUE}.")
    private int logBytes;

    @Option(names = "--no-stability-bundle", description = "Leave out why the Gateway last failed.")
    private boolean noStability;

    @Option(
            names = "--thread-dump",
            paramLabel = "yes|no",
            defaultValue = "yes",
            description = "Whether the threads of the Gateway are in it; ${DEFAULT-VALUE}.")
    private YesNo threadDump;

    @Option(
            names = "--metrics",
            paramLabel = "yes|no",
            defaultValue = "yes",
            description = "Whether the metrics are in it; ${DEFAULT-VALUE}.")
    private YesNo metrics;

    @Option(names = "--print", description = "Write nothing; list what would be in it.")
    private boolean print;

    @Option(names = "--json", description = "As JSON: path, bytes and manifest.")
    private boolean json;

    /** Whether a part is wanted. */
    enum YesNo {
        YES,
        NO;

        /** Returns it as it is written on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        inRange("--log-lines", logLines, MAX_LINES);
        inRange("--log-bytes", logBytes, MAX_BYTES);
        gateway.timeoutMs();
        ConfigLocation location = gateway.config().location();
        SupportBundle bundle = collect(location);
        Path file = print ? null : write(bundle, location);
        if (json) {
            gateway.print(new JsonObject()
                            .put("path", file == null ? null : file.toString())
                            .put("bytes", file == null ? null : file.toFile().length())
                            .put("manifest", new JsonObject(bundle.manifestText()))
                            .encodePrettily()
                    + "\n");
        } else {
            gateway.print(text(bundle, file));
        }
        return 0;
    }

    private static void inRange(String option, int value, int max) {
        if (value < 1 || value > max) {
            throw GatewayException.unusable(option + ": found " + value + ", allowed 1 to " + max);
        }
    }

    private SupportBundle collect(ConfigLocation location) {
        SupportBundle bundle = SupportBundle.of(ModuleVersion.text());
        LocalFiles files = LocalFiles.of(bundle, location);
        Settings settings = settings(files);
        Path log = settings == null
                ? null
                : settings.log().file().map(Setting::value).orElse(null);
        Map<String, @Nullable Object> diagnostics = new LinkedHashMap<>();
        diagnostics.put(
                "generatedAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        diagnostics.put("version", ModuleVersion.text());
        diagnostics.put("stateDir", "$OPENCLAW_STATE_DIR");
        diagnostics.put("logs", files.addLog(log, logLines, logBytes));
        if (!noStability) {
            files.addStability();
        }
        String answer = new OnlineFiles(bundle, threadDump == YesNo.YES, metrics == YesNo.YES).add(settings, gateway);
        diagnostics.put("gateway", answer);
        diagnostics.put("crashFiles", files.crashFiles());
        diagnostics.put("modules", ShippedModules.list());
        bundle.add("diagnostics.json", diagnostics);
        return bundle;
    }

    private @Nullable Settings settings(LocalFiles files) {
        @Nullable Settings settings = null;
        try {
            UsableSettings usable = gateway.usable();
            settings = usable.settings();
            usable.refuseIf(true);
            PluginSettings plugins =
                    StartCheck.check(gateway.config(), settings, true, true).settings();
            files.addConfiguration(settings, settings.rows(plugins), plugins.passedOver());
        } catch (ConfigException | GatewayException e) {
            files.addUnusableConfiguration(String.valueOf(e.getMessage()));
        }
        return settings;
    }

    private Path write(SupportBundle bundle, ConfigLocation location) {
        Path file = target(location);
        try {
            bundle.write(file);
            return file;
        } catch (IOException e) {
            throw GatewayException.failed("The support bundle " + file + " cannot be written: " + FileFailure.reason(e)
                    + ". Name another place with --output.");
        }
    }

    private Path target(ConfigLocation location) {
        String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString().replaceAll("[:.]", "-");
        String name =
                "openclaw-diagnostics-" + time + "-" + ProcessHandle.current().pid() + ".zip";
        if (output == null) {
            return location.stateDirectory().resolve("logs/support").resolve(name);
        }
        return Files.isDirectory(output) ? output.resolve(name).toAbsolutePath() : output.toAbsolutePath();
    }

    private String text(SupportBundle bundle, @Nullable Path file) {
        List<String> paths = bundle.paths();
        String written = file == null
                ? String.join("\n", paths) + "\n"
                : file + "\n" + (paths.size() + 2) + " files, " + (file.toFile().length() + 1023) / 1024 + " KiB.\n"
                        + "Nothing was sent anywhere. Look into it before you give it away.\n";
        if (bundle.missing().isEmpty()) {
            return written;
        }
        TextTable table = TextTable.plain(2);
        new TreeMap<>(bundle.missing()).forEach(table::row);
        return written + "\nNot there:\n" + table.text(gateway.terminal());
    }
}
