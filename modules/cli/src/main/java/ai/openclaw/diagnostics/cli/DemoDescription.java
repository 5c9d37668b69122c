package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.demo.DemoPlan;
import java.util.stream.Collectors;

/** What the start screen says of a demo. */
final class DemoDescription {

    private DemoDescription() {}

    static String of(DemoPlan plan) {
        return "demo workload" + speed(plan) + faults(plan);
    }

    private static String speed(DemoPlan plan) {
        if (plan.speed() == 1) {
            return "";
        }
        boolean whole = plan.speed() == Math.rint(plan.speed());
        return ", " + (whole ? String.valueOf((long) plan.speed()) : String.valueOf(plan.speed())) + " times as fast";
    }

    private static String faults(DemoPlan plan) {
        if (plan.faults().isEmpty()) {
            return "";
        }
        return ", with faults: " + plan.faults().stream().map(FaultText::of).collect(Collectors.joining(", "));
    }
}
