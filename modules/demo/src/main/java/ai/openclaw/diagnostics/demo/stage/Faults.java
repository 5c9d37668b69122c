package ai.openclaw.diagnostics.demo.stage;

import ai.openclaw.diagnostics.demo.fault.Fault;
import ai.openclaw.diagnostics.demo.fault.PlannedFault;
import java.util.List;

/** What is broken in a story on request, and when. */
public record Faults(List<PlannedFault> planned) {

    /** Copies the list. */
    public Faults {
        planned = List.copyOf(planned);
    }

    /** Tells whether this is broken at a time of the story. */
    public boolean on(Fault fault, long nowMs) {
        return planned.stream().anyMatch(one -> one.fault() == fault && one.isOn(nowMs));
    }

    /** Returns for how long this has been broken, 0 if it is not. */
    public long sinceMs(Fault fault, long nowMs) {
        return planned.stream()
                .filter(one -> one.fault() == fault && one.isOn(nowMs))
                .mapToLong(one -> nowMs - one.startMs())
                .max()
                .orElse(0);
    }
}
