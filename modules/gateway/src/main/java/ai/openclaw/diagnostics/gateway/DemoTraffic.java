package ai.openclaw.diagnostics.gateway;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The messages that come in: independent of each other, but for those who write again before they got an answer. */
final class DemoTraffic {

    private static final double MEAN_GAP_MS = 2_900;
    private static final double FOLLOW_UP_RATE = 0.22;
    private static final long FOLLOW_UP_FROM_MS = 800;
    private static final long FOLLOW_UP_TO_MS = 9_000;
    private static final DemoMix<DemoOrigin> ORIGINS = DemoOrigin.traffic();

    private final DemoStage stage;
    private final DemoPace pace;
    private final Map<DemoOrigin, List<DemoSession>> sessions = new EnumMap<>(DemoOrigin.class);

    private DemoTraffic(DemoStage stage, DemoPace pace) {
        this.stage = stage;
        this.pace = pace;
        for (DemoOrigin origin : DemoOrigin.values()) {
            sessions.put(origin, sessionsOf(origin));
        }
    }

    /** Lets traffic begin, and returns it for those who have a message of their own. */
    static DemoTraffic begin(DemoStage stage, DemoPace pace) {
        DemoTraffic traffic = new DemoTraffic(stage, pace);
        stage.every(traffic::gapMs, traffic::arrival);
        return traffic;
    }

    /** Lets a message come in. */
    void message(DemoOrigin origin, DemoTask task) {
        DemoTurn.begin(stage, stage.dice().any(sessionsOn(origin)), task);
    }

    private void arrival() {
        DemoOrigin origin = ORIGINS.pick(stage.dice());
        DemoSession session = stage.dice().any(sessionsOn(origin));
        turn(session);
        if (!origin.isCron() && stage.dice().chance(FOLLOW_UP_RATE)) {
            stage.in(stage.dice().between(FOLLOW_UP_FROM_MS, FOLLOW_UP_TO_MS), () -> turn(session));
        }
    }

    private void turn(DemoSession session) {
        String trigger = session.origin().isCron() ? "cron" : "user";
        DemoTurn.begin(stage, session, DemoTask.ofTrigger(trigger, stage.dice()));
    }

    private long gapMs() {
        return stage.dice().gap(MEAN_GAP_MS / pace.at(stage.nowMs()));
    }

    private List<DemoSession> sessionsOn(DemoOrigin origin) {
        return sessions.getOrDefault(origin, List.of());
    }

    private List<DemoSession> sessionsOf(DemoOrigin origin) {
        return IntStream.range(0, origin.sessions())
                .mapToObj(number -> session(origin, number))
                .toList();
    }

    private DemoSession session(DemoOrigin origin, int number) {
        DemoAgent agent = origin.agents().get(number % origin.agents().size());
        return new DemoSession(stage, agent, origin, origin.id() + ":dm:" + number);
    }
}
