package ai.openclaw.diagnostics.console;

import ai.openclaw.diagnostics.console.Terminal.Color;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The status of a Gateway, laid out for people: first a line for each part, then tables. For one thread. */
public final class StatusScreen {

    private static final int FEW = 5;

    private final JsonMembers status;
    private final Terminal terminal;
    private final boolean all;
    private final StringBuilder text = new StringBuilder();

    private StatusScreen(JsonMembers status, Terminal terminal, boolean all) {
        this.status = status;
        this.terminal = terminal;
        this.all = all;
    }

    /**
     * Lays a status out.
     *
     * @param json what a Gateway answered
     * @param url where it was asked
     * @param all whether each table has all of its rows
     * @return lines, each with its end; a sentence if the text is no status
     */
    public static String of(String json, String url, Terminal terminal, boolean all) {
        return JsonMembers.parse(json)
                .map(status -> new StatusScreen(status, terminal, all).text(url))
                .orElse("The answer of " + url + " is no status.\n");
    }

    private String text(String url) {
        text.append(summary(url).text(terminal));
        String plugins = status.has("gateway") ? "plugins" : "plugins, as configured";
        table(plugins, status.list("plugins"), "PLUGIN id", "STATE state", "REASON reason");
        exporters();
        JsonMembers series = status.object("series");
        table(
                "series by metric",
                series.list("families"),
                "METRIC name",
                "TYPE type",
                "SERIES series",
                "DROPPED dropped");
        labels(series.list("labels"));
        table(
                "events",
                status.list("events"),
                "EVENT type",
                "SEEN seen",
                "RECORDED recorded",
                "IGNORED ignored",
                "UNTRUSTED untrusted");
        table("refused label values", status.list("refused"), "LABEL label", "RULE rule", "COUNT count");
        table("rejected fields", status.list("rejected"), "EVENT type", "FIELD field", "COUNT count");
        table(
                "streams of other processes",
                status.object("ingest").list("streams"),
                "STREAM id",
                "BATCHES batches",
                "EVENTS events",
                "REPEATED repeated",
                "LOST lostBatches",
                "DROPPED droppedBySender",
                "LAST lastAt");
        return text.toString();
    }

    /**
     * Appends a table of objects.
     *
     * @param columns each a title and the name of the member that it shows
     */
    private void table(String title, List<JsonMembers> rows, String... columns) {
        TextTable table = TextTable.of(
                Arrays.stream(columns).map(column -> column.split(" ")[0]).toArray(String[]::new));
        shown(rows)
                .forEach(row -> table.row(Arrays.stream(columns)
                        .map(column -> row.text(column.split(" ")[1]))
                        .toArray()));
        append(title, rows.size(), table);
    }

    private List<JsonMembers> shown(List<JsonMembers> rows) {
        return all ? rows : rows.subList(0, Math.min(FEW, rows.size()));
    }

    private void append(String title, int rows, TextTable table) {
        if (rows > 0) {
            String part = rows > FEW && !all ? ", " + FEW + " of " + rows + " (--all shows the others)" : "";
            text.append('\n');
            TextTable.wrapped("-- " + title + part, terminal.columns())
                    .forEach(line -> text.append(terminal.in(Color.FAINT, line)).append('\n'));
            text.append(table.text(terminal));
        }
    }

    private TextTable summary(String url) {
        if (!status.has("gateway")) {
            return log(TextTable.plain(2).row("Gateway", url).row("Configuration", status.text("configuration")));
        }
        JsonMembers gateway = status.object("gateway");
        JsonMembers jvm = status.object("jvm");
        JsonMembers loop = status.object("eventLoop");
        JsonMembers series = status.object("series");
        TextTable lines = TextTable.plain(2)
                .row("Gateway", url + ", " + readiness(gateway))
                .row(
                        "",
                        "version " + gateway.text("version") + ", pid " + gateway.text("pid") + ", up "
                                + Quantities.duration(gateway.number("uptimeMs")) + ", authentication by "
                                + gateway.text("authMode") + ", profile " + gateway.text("compatibility"))
                .row(
                        "Java",
                        jvm.text("version") + ", " + jvm.text("processors") + " processors, heap "
                                + Quantities.bytes(jvm.number("heapUsedBytes")) + " of "
                                + Quantities.bytes(jvm.number("heapMaxBytes")) + resident(jvm) + ", "
                                + jvm.text("threads")
                                + " threads")
                .row(
                        "Event loop",
                        "delay p99 " + loop.text("delayP99Ms") + " ms, max " + loop.text("delayMaxMs") + " ms, busy "
                                + Quantities.percent(loop.number("utilization")) + degraded(loop))
                .row(
                        "Diagnostics",
                        gateway.isTrue("diagnosticsEnabled") ? "on" : "off: diagnostics.enabled is not true")
                .row("Series", status.has("series") ? series(series) : "none: no exporter is on");
        suspects(series, lines);
        refusals(lines);
        return log(lines);
    }

    private static String readiness(JsonMembers gateway) {
        List<String> failing = gateway.texts("failing");
        return gateway.isTrue("ready") ? "ready" : "NOT READY: " + String.join(", ", failing);
    }

    private static String resident(JsonMembers jvm) {
        return jvm.has("rssBytes") ? ", resident " + Quantities.bytes(jvm.number("rssBytes")) : "";
    }

    private static String degraded(JsonMembers loop) {
        return loop.isTrue("degraded") ? ", DEGRADED: " + String.join(", ", loop.texts("reasons")) : "";
    }

    private static String series(JsonMembers series) {
        double dropped = series.number("dropped");
        return series.text("used") + " of " + series.text("cap")
                + (dropped > 0 ? ", " + Quantities.count(dropped) + " updates DROPPED" : ", nothing dropped");
    }

    private static void suspects(JsonMembers series, TextTable lines) {
        series.list("suspects")
                .forEach(suspect -> lines.row(
                        "",
                        "LIKELY TO LEAK: the label " + suspect.text("label") + " has " + suspect.text("values")
                                + " values"));
    }

    private void refusals(TextTable lines) {
        JsonMembers authentication = status.object("authentication");
        double failures = authentication.number("failures");
        double lockedOut = authentication.number("lockedOut");
        if (failures > 0 || lockedOut > 0) {
            lines.row(
                    "Callers",
                    Quantities.count(failures) + " without the right credential, " + Quantities.count(lockedOut)
                            + " while locked out");
        }
    }

    private TextTable log(TextTable lines) {
        if (!status.has("log")) {
            return lines;
        }
        JsonMembers log = status.object("log");
        String lost = log.number("notWritten") > 0
                ? ", " + Quantities.count(log.number("notWritten")) + " entries NOT WRITTEN"
                : "";
        String file =
                log.has("file") ? log.text("file") + ", " + Quantities.bytes(log.number("bytes")) : "standard error";
        return lines.row("Log", file + lost);
    }

    private void exporters() {
        List<JsonMembers> exporters = status.list("exporters");
        TextTable table = TextTable.of("EXPORTER", "SIGNAL", "REQUESTS", "REFUSED", "FAILED", "LAST");
        shown(exporters)
                .forEach(exporter -> table.row(
                        exporter.text("id"),
                        exporter.text("signal"),
                        exporter.text("requests"),
                        exporter.text("refused"),
                        exporter.text("failures"),
                        exporter.has("last") ? export(exporter.object("last")) : "never"));
        append("exporters", exporters.size(), table);
    }

    private String export(JsonMembers last) {
        String when = Quantities.duration(Math.max(0, timeMs(status.text("generatedAt")) - timeMs(last.text("at"))))
                + " ago, " + last.text("client");
        return all
                ? when + ", " + last.text("format") + ", " + last.text("encoding") + ", "
                        + Quantities.bytes(last.number("bytes")) + ", " + last.text("durationMs") + " ms"
                : when;
    }

    private static long timeMs(String time) {
        try {
            return Instant.parse(time).toEpochMilli();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    private void labels(List<JsonMembers> labels) {
        TextTable table = TextTable.of("LABEL", "VALUES", "MOST SERIES");
        shown(labels).forEach(label -> table.row(label.text("label"), label.text("values"), top(label)));
        append("values by label", labels.size(), table);
    }

    private String top(JsonMembers label) {
        return label.list("top").stream()
                .limit(all ? Long.MAX_VALUE : FEW)
                .map(value -> value.text("value") + " (" + value.text("series") + ")")
                .collect(Collectors.joining(", "));
    }
}
