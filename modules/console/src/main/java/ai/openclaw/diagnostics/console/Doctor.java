package ai.openclaw.diagnostics.console;

import ai.openclaw.diagnostics.console.Finding.Level;
import ai.openclaw.diagnostics.console.Finding.Repair;
import ai.openclaw.diagnostics.console.Terminal.Color;
import ai.openclaw.diagnostics.files.FileFailure;
import ai.openclaw.diagnostics.json5.Quoting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Goes through a list of checks, from the configuration to a scrape. It repairs modes and the class-data archive if it
 * is told to, and never a value of the configuration. For one thread.
 */
public final class Doctor {

    private static final int INDENT = 6;

    private final List<Finding> findings = new ArrayList<>();
    private final boolean fix;

    private Doctor(boolean fix) {
        this.fix = fix;
    }

    /**
     * Examines a machine.
     *
     * @param timeoutMs how long an answer of the Gateway or a collector is waited for
     * @param fix whether what can be repaired is
     * @return a finding for each check, in their order
     */
    public static List<Finding> examine(Setup setup, int timeoutMs, boolean fix) {
        Doctor doctor = new Doctor(fix);
        ConfigChecks config = new ConfigChecks(setup);
        FileChecks files = new FileChecks(setup);
        JavaChecks java = new JavaChecks(setup);
        GatewayChecks gateway = new GatewayChecks(setup, timeoutMs);
        doctor.add(config::file);
        doctor.add(config::credential);
        doctor.add(config::exporters);
        doctor.add(files::configMode);
        doctor.add(files::stateDirectory);
        doctor.add(files::log);
        doctor.add(java::version);
        doctor.add(java::options);
        doctor.add(java::archive);
        doctor.add(java::clock);
        doctor.add(gateway::port);
        doctor.add(gateway::readiness);
        doctor.add(gateway::scrape);
        doctor.add(gateway::collector);
        return List.copyOf(doctor.findings);
    }

    private void add(Supplier<Finding> check) {
        Finding finding = check.get();
        Repair repair = finding.repair();
        findings.add(fix && repair != null ? repaired(finding, repair, check) : finding);
    }

    private static Finding repaired(Finding finding, Repair repair, Supplier<Finding> check) {
        try {
            repair.run();
        } catch (IOException e) {
            return finding.notFixed(FileFailure.reason(e));
        }
        Finding after = check.get();
        return after.level() == Level.OK ? finding.fixed(after.text()) : after;
    }

    /** Tells whether no check failed. */
    public static boolean isWell(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.level() == Level.FAILURE);
    }

    /** Returns findings as lines for people, each with what to do about it. */
    public static String text(List<Finding> findings, Terminal terminal) {
        return findings.stream().map(finding -> lines(finding, terminal)).collect(Collectors.joining())
                + "\n"
                + summary(findings)
                + "\n";
    }

    private static String lines(Finding finding, Terminal terminal) {
        String word = finding.level().word();
        String colored = terminal.in(color(finding.level()), word) + " ".repeat(INDENT - word.length());
        StringBuilder lines =
                new StringBuilder(colored).append(indented(finding.check() + ": " + finding.text(), terminal));
        String remedy = finding.remedy();
        if (remedy != null) {
            lines.append(" ".repeat(INDENT)).append(indented("-> " + remedy, terminal));
        }
        return lines.toString();
    }

    private static String indented(String text, Terminal terminal) {
        List<String> lines = text.lines()
                .flatMap(line -> TextTable.wrapped(TextTable.visible(line), terminal.columns() - INDENT).stream())
                .toList();
        return String.join("\n" + " ".repeat(INDENT), lines) + "\n";
    }

    private static Color color(Level level) {
        return switch (level) {
            case OK, FIXED -> Color.GREEN;
            case SKIPPED -> Color.FAINT;
            case WARNING -> Color.YELLOW;
            case FAILURE -> Color.RED;
        };
    }

    private static String summary(List<Finding> findings) {
        long failures = count(findings, Level.FAILURE);
        long warnings = count(findings, Level.WARNING);
        boolean repairable = findings.stream().anyMatch(finding -> finding.repair() != null);
        return (failures == 0 ? "No check failed" : failures + (failures == 1 ? " check failed" : " checks failed"))
                + (warnings == 0 ? "" : ", " + warnings + (warnings == 1 ? " warning" : " warnings"))
                + (repairable ? "; openclaw doctor --fix repairs what says so." : ".");
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    /** Returns findings as a JSON object. */
    public static String json(List<Finding> findings) {
        return "{\"ok\":" + isWell(findings) + ",\"checks\":["
                + findings.stream().map(Doctor::json).collect(Collectors.joining(",")) + "]}";
    }

    private static String json(Finding finding) {
        String remedy = finding.remedy();
        return "{\"check\":" + Quoting.quoted(finding.check()) + ",\"level\":\""
                + finding.level().word().toLowerCase(Locale.ROOT) + "\",\"text\":"
                + Quoting.quoted(finding.text()) + (remedy == null ? "" : ",\"remedy\":" + Quoting.quoted(remedy))
                + ",\"repairable\":" + (finding.repair() != null) + "}";
    }
}
