package ai.openclaw.diagnostics.demo.work;

import ai.openclaw.diagnostics.demo.cast.Agent;
import ai.openclaw.diagnostics.demo.cast.Latency;
import ai.openclaw.diagnostics.demo.cast.Mix;
import ai.openclaw.diagnostics.demo.cast.Task;
import ai.openclaw.diagnostics.demo.cast.Tool;
import ai.openclaw.diagnostics.demo.fault.Fault;
import ai.openclaw.diagnostics.demo.stage.Stage;
import ai.openclaw.diagnostics.events.TraceContext;

/** What an agent does between two model calls: some tools at once, now and then after an approval. */
final class ToolRound {

    private static final double APPROVAL_RATE = 0.03;
    private static final long SUBAGENT_NAMES = 1L << 40;
    private static final Latency APPROVAL = new Latency(7_000, 0.9, 120_000);
    private static final Mix<Integer> TOOLS = Mix.of(1, 70).and(2, 20).and(3, 10);

    private final Stage stage;
    private final Session session;
    private final Task task;
    private final TraceContext call;
    private final Runnable after;

    private ToolRound(Stage stage, Session session, Task task, TraceContext call, Runnable after) {
        this.stage = stage;
        this.session = session;
        this.task = task;
        this.call = call;
        this.after = after;
    }

    /**
     * Plays a round and goes on after its slowest tool.
     *
     * @param call the span of the model call that asked for the tools
     */
    static void play(Stage stage, Session session, Task task, TraceContext call, Runnable after) {
        ToolRound round = new ToolRound(stage, session, task, call, after);
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
        TraceContext span = stage.spans().childOf(call);
        stage.in(tookMs, broken ? () -> failed(tool, tookMs, span) : () -> used(tool, tookMs, span));
        return tookMs;
    }

    private boolean fails(Tool tool) {
        return tool == Tool.WEB_SEARCH && stage.suffers(Fault.TOOL_FAILING);
    }

    private void failed(Tool tool, long tookMs, TraceContext span) {
        stage.trusted(tool.failed(tookMs, stage.dice()), span);
    }

    private void used(Tool tool, long tookMs, TraceContext span) {
        stage.trusted(tool.completed(tookMs), span);
        if (tool == Tool.SESSIONS_SPAWN) {
            spawn(span);
        }
    }

    /** Lets a subagent work on its own; its answer goes to this agent, so nothing is delivered. */
    private void spawn(TraceContext cause) {
        String name = "subagent:" + Long.toHexString(stage.dice().between(0, SUBAGENT_NAMES));
        Session subagent = new Session(stage, Agent.RESEARCH, session.origin(), name);
        subagent.work(Task.ofTrigger("subagent", stage.dice()), stage.subagents(), cause, outcome -> {});
    }
}
