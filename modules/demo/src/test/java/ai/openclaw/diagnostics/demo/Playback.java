package ai.openclaw.diagnostics.demo;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Provenance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a demo story publishes when it is played on a virtual clock. */
final class Playback {

    private final List<Scene> scenes = new ArrayList<>();

    private Playback() {}

    static Playback of(long seed, Duration length, Pace pace) {
        return of(seed, length, pace, Faults.NONE);
    }

    /** Returns what comes of a story that suffers from this. */
    static Playback of(long seed, Duration length, PlannedFault... faults) {
        return of(seed, length, Pace.steady(), new Faults(List.of(faults)));
    }

    private static Playback of(long seed, Duration length, Pace pace, Faults faults) {
        Playback playback = new Playback();
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        Timeline timeline = Story.plan(channel, seed, pace, faults);
        channel.subscribe((event, provenance) -> playback.scenes.add(new Scene(timeline.nowMs(), event, provenance)));
        timeline.advanceTo(length.toMillis());
        return playback;
    }

    List<Scene> scenes() {
        return scenes;
    }

    /** Returns the events of a type that count, that is without those that nobody vouches for. */
    <E extends DiagnosticEvent> Stream<E> events(Class<E> type) {
        return scenes.stream()
                .filter(scene -> scene.provenance.vouched())
                .map(Scene::event)
                .filter(type::isInstance)
                .map(type::cast);
    }

    record Scene(long atMs, DiagnosticEvent event, Provenance provenance) {}
}
