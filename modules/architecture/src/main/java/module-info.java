/** Guards the boundaries between all other modules, by tests alone. */
module ai.openclaw.diagnostics.architecture {
    requires ai.openclaw.diagnostics.console;
    requires ai.openclaw.diagnostics.support;
    requires ai.openclaw.diagnostics.replay;
    requires ai.openclaw.diagnostics.pluginhost;
    requires ai.openclaw.diagnostics.monitoring;
    requires ai.openclaw.diagnostics.auth;
    requires ai.openclaw.diagnostics.logging;
    requires ai.openclaw.diagnostics.spi;
    requires ai.openclaw.diagnostics.alerts;
    requires ai.openclaw.diagnostics.catalog;
    requires ai.openclaw.diagnostics.json5;
    requires ai.openclaw.diagnostics.config;
    requires ai.openclaw.diagnostics.dashboards;
    requires ai.openclaw.diagnostics.demo;
    requires ai.openclaw.diagnostics.events;
    requires ai.openclaw.diagnostics.cli;
    requires ai.openclaw.diagnostics.gateway;
    requires ai.openclaw.diagnostics.http;
    requires ai.openclaw.diagnostics.ingest;
    requires ai.openclaw.diagnostics.otlp;
    requires ai.openclaw.diagnostics.operator;
    requires ai.openclaw.diagnostics.plugin;
    requires ai.openclaw.diagnostics.policy;
    requires ai.openclaw.diagnostics.preview;
    requires ai.openclaw.diagnostics.promql;
    requires ai.openclaw.diagnostics.recording;
    requires ai.openclaw.diagnostics.store;
}
