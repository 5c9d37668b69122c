package ai.openclaw.diagnostics.gateway;

/** What an agent does between two model calls: some tools at once, now and then after somebody allowed it. */
final class DemoToolRound {

    private static final double APPROVAL_RATE = 0.03;
    private static final long SUBAGENT_NAMES = 1L << 40;
    private static final DemoLatency APPROVAL = new DemoLatency(7_000, 0.9, 120_000);
    private static final DemoMix<Integer> TOOLS = DemoMix.of(1, 70).and(2, 20).and(3, 10);

    private final DemoStage stage;
    private final DemoSession session;
    private final DemoTask task;
    private final Runnable after;

    private DemoToolRound(DemoStage stage, DemoSession session, DemoTask task, Runnable after) {
        this.stage = stage;
        this.session = session;
        this.task = task;
        this.after = after;
    }

    /** Plays a round and goes on after its slowest tool. */
    static void play(DemoStage stage, DemoSession session, DemoTask task, Runnable after) {
        DemoToolRound round = new DemoToolRound(stage, session, task, after);
        if (task.mishap(APPROVAL_RATE, stage.dice())) {
            round.awaitApproval();
        } else {
            round.useTools();
        }
    }

    private void awaitApproval() {
        session.waiting("approval_requested");
        stage.in(APPROVAL.draw(stage.dice()), () -> {
            session.processing("approval_resolved");
            useTools();
        });
    }

    private void useTools() {
        long slowestMs = 0;
        for (int left = TOOLS.pick(stage.dice()); left > 0; left--) {
            slowestMs = Math.max(slowestMs, use(session.agent().tools().pick(stage.dice())));
        }
        stage.in(slowestMs, after);
    }

    private long use(DemoTool tool) {
        long tookMs = task.draw(tool.latency(), stage.dice());
        boolean broken = task.mishap(tool.errorRate(), stage.dice());
        stage.in(tookMs, broken ? () -> stage.trusted(tool.failed(tookMs, stage.dice())) : () -> used(tool, tookMs));
        return tookMs;
    }

    private void used(DemoTool tool, long tookMs) {
        stage.trusted(tool.completed(tookMs));
        if (tool == DemoTool.SESSIONS_SPAWN) {
            spawn();
        }
    }

    /** Lets a subagent work on its own; its answer goes to this agent, so nothing is delivered. */
    private void spawn() {
        String name = "subagent:" + Long.toHexString(stage.dice().between(0, SUBAGENT_NAMES));
        DemoSession subagent = new DemoSession(stage, DemoAgent.RESEARCH, session.origin(), name);
        subagent.work(DemoTask.ofTrigger("subagent", stage.dice()), stage.subagents(), outcome -> {});
    }
}
