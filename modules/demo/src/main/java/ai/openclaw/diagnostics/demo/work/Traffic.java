package ai.openclaw.diagnostics.demo.work;

import ai.openclaw.diagnostics.demo.cast.Agent;
import ai.openclaw.diagnostics.demo.cast.Mix;
import ai.openclaw.diagnostics.demo.cast.Origin;
import ai.openclaw.diagnostics.demo.cast.Task;
import ai.openclaw.diagnostics.demo.stage.Pace;
import ai.openclaw.diagnostics.demo.stage.Stage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The messages that come in: independent of each other, but for those who write again before they got an answer. */
public final class Traffic {

    private static final double MEAN_GAP_MS = 2_900;
    private static final double FOLLOW_UP_RATE = 0.22;
    private static final long FOLLOW_UP_FROM_MS = 800;
    private static final long FOLLOW_UP_TO_MS = 9_000;
    private static final Mix<Origin> ORIGINS = Origin.traffic();

    private final Stage stage;
    private final Pace pace;
    private final Map<Origin, List<Session>> sessions = new EnumMap<>(Origin.class);

    private Traffic(Stage stage, Pace pace) {
        this.stage = stage;
        this.pace = pace;
        for (Origin origin : Origin.values()) {
            sessions.put(origin, sessionsOf(origin));
        }
    }

    /** Starts traffic, and returns it for further messages. */
    public static Traffic begin(Stage stage, Pace pace) {
        Traffic traffic = new Traffic(stage, pace);
        stage.every(traffic::gapMs, traffic::arrival);
        return traffic;
    }

    /** Lets a message come in. */
    public void message(Origin origin, Task task) {
        Turn.begin(stage, stage.dice().any(sessionsOn(origin)), task);
    }

    private void arrival() {
        Origin origin = ORIGINS.pick(stage.dice());
        Session session = stage.dice().any(sessionsOn(origin));
        turn(session);
        if (!origin.isCron() && stage.dice().chance(FOLLOW_UP_RATE)) {
            stage.in(stage.dice().between(FOLLOW_UP_FROM_MS, FOLLOW_UP_TO_MS), () -> turn(session));
        }
    }

    private void turn(Session session) {
        String trigger = session.origin().isCron() ? "cron" : "user";
        Turn.begin(stage, session, Task.ofTrigger(trigger, stage.dice()));
    }

    private long gapMs() {
        return stage.dice().gap(MEAN_GAP_MS / pace.at(stage.nowMs()));
    }

    private List<Session> sessionsOn(Origin origin) {
        return sessions.getOrDefault(origin, List.of());
    }

    private List<Session> sessionsOf(Origin origin) {
        return IntStream.range(0, origin.sessions())
                .mapToObj(number -> session(origin, number))
                .toList();
    }

    private Session session(Origin origin, int number) {
        Agent agent = origin.agents().get(number % origin.agents().size());
        return new Session(stage, agent, origin, origin.id() + ":dm:" + number);
    }
}
