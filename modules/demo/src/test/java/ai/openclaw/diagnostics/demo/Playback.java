package ai.openclaw.diagnostics.demo;

import ai.openclaw.diagnostics.demo.fault.PlannedFault;
import ai.openclaw.diagnostics.demo.stage.Timeline;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Provenance;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a demo story publishes when it is played on a virtual clock. */
final class Playback {

    private final List<Scene> scenes = new ArrayList<>();

    private Playback() {}

    static Playback of(long seed, Duration length) {
        return of(DemoPlan.ofSeed(seed), LocalTime.NOON, length);
    }

    /** Returns what comes of a story that follows the hour of day. */
    static Playback from(LocalTime start, long seed, Duration length) {
        return of(new DemoPlan(seed, true, 1, true, List.of()), start, length);
    }

    /** Returns what comes of a story that suffers from these faults, and from no outages beside them. */
    static Playback suffering(long seed, Duration length, PlannedFault... faults) {
        return of(new DemoPlan(seed, false, 1, false, List.of(faults)), LocalTime.NOON, length);
    }

    private static Playback of(DemoPlan plan, LocalTime start, Duration length) {
        Playback playback = new Playback();
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        Timeline timeline = Story.plan(channel, plan, start);
        channel.subscribe((event, provenance) -> playback.scenes.add(new Scene(timeline.nowMs(), event, provenance)));
        timeline.advanceTo(length.toMillis());
        return playback;
    }

    List<Scene> scenes() {
        return scenes;
    }

    /** Returns the events of a type that count, that is without those that are not trusted. */
    <E extends DiagnosticEvent> Stream<E> events(Class<E> type) {
        return scenes.stream()
                .filter(scene -> scene.provenance.isTrusted())
                .map(Scene::event)
                .filter(type::isInstance)
                .map(type::cast);
    }

    record Scene(long atMs, DiagnosticEvent event, Provenance provenance) {}
}
