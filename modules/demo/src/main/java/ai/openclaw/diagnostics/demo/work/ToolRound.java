package ai.openclaw.diagnostics.demo.work;

import ai.openclaw.diagnostics.demo.cast.Agent;
import ai.openclaw.diagnostics.demo.cast.Latency;
import ai.openclaw.diagnostics.demo.cast.Mix;
import ai.openclaw.diagnostics.demo.cast.Task;
import ai.openclaw.diagnostics.demo.cast.Tool;
import ai.openclaw.diagnostics.demo.fault.Fault;
import ai.openclaw.diagnostics.demo.stage.Stage;

/** What an agent does between two model calls: some tools at once, now and then after an approval. */
final class ToolRound {

    private static final double APPROVAL_RATE = 0.03;
    private static final long SUBAGENT_NAMES = 1L << 40;
    private static final Latency APPROVAL = new Latency(7_000, 0.9, 120_000);
    private static final Mix<Integer> TOOLS = Mix.of(1, 70).and(2, 20).and(3, 10);

    private final Stage stage;
    private final Session session;
    private final Task task;
    private final Runnable after;

    private ToolRound(Stage stage, Session session, Task task, Runnable after) {
        this.stage = stage;
        this.session = session;
        this.task = task;
        this.after = after;
    }

    /** Plays a round and goes on after its slowest tool. */
    static void play(Stage stage, Session session, Task task, Runnable after) {
        ToolRound round = new ToolRound(stage, session, task, after);
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

    private long use(Tool tool) {
        long tookMs = task.draw(tool.latency(), stage.dice());
        boolean broken = task.mishap(tool.errorRate(), stage.dice()) || fails(tool);
        stage.in(tookMs, broken ? () -> stage.trusted(tool.failed(tookMs, stage.dice())) : () -> used(tool, tookMs));
        return tookMs;
    }

    private boolean fails(Tool tool) {
        return tool == Tool.WEB_SEARCH && stage.suffers(Fault.TOOL_FAILING);
    }

    private void used(Tool tool, long tookMs) {
        stage.trusted(tool.completed(tookMs));
        if (tool == Tool.SESSIONS_SPAWN) {
            spawn();
        }
    }

    /** Lets a subagent work on its own; its answer goes to this agent, so nothing is delivered. */
    private void spawn() {
        String name = "subagent:" + Long.toHexString(stage.dice().between(0, SUBAGENT_NAMES));
        Session subagent = new Session(stage, Agent.RESEARCH, session.origin(), name);
        subagent.work(Task.ofTrigger("subagent", stage.dice()), stage.subagents(), outcome -> {});
    }
}
