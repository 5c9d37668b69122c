package ai.openclaw.diagnostics.demo;

import java.util.List;

/** What is broken in a story on request, and when. */
record Faults(List<PlannedFault> planned) {

    Faults {
        planned = List.copyOf(planned);
    }

    boolean on(Fault fault, long nowMs) {
        return planned.stream().anyMatch(one -> one.fault() == fault && one.isOn(nowMs));
    }

    /** Returns for how long this has been broken, 0 if it is not. */
    long sinceMs(Fault fault, long nowMs) {
        return planned.stream()
                .filter(one -> one.fault() == fault && one.isOn(nowMs))
                .mapToLong(one -> nowMs - one.startMs())
                .max()
                .orElse(0);
    }
}
