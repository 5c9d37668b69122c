/**
 * The command line: {@code openclaw} with its groups of commands.
 * It is what a newcomer starts and what the tests drive; nothing depends on it.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.cli {
    requires static org.jspecify;
    requires ai.openclaw.diagnostics.files;
    requires ai.openclaw.diagnostics.config;
    requires ai.openclaw.diagnostics.console;
    requires ai.openclaw.diagnostics.demo;
    requires ai.openclaw.diagnostics.gateway;
    requires ai.openclaw.diagnostics.ingest;
    requires ai.openclaw.diagnostics.json5;
    requires ai.openclaw.diagnostics.logging;
    requires ai.openclaw.diagnostics.operator;
    requires ai.openclaw.diagnostics.otlp;
    requires ai.openclaw.diagnostics.plugin;
    requires ai.openclaw.diagnostics.policy;
    requires ai.openclaw.diagnostics.replay;
    requires ai.openclaw.diagnostics.support;
    requires com.fasterxml.jackson.core;
    requires info.picocli;
    requires java.logging;

    // picocli reads the options' annotations
    opens ai.openclaw.diagnostics.cli to
            info.picocli;
    opens ai.openclaw.diagnostics.cli.diagnostics to
            info.picocli;
    opens ai.openclaw.diagnostics.cli.options to
            info.picocli;
    opens ai.openclaw.diagnostics.cli.plugins to
            info.picocli;
}
