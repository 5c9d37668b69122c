package ai.openclaw.diagnostics.demo.work;

import ai.openclaw.diagnostics.demo.cast.Agent;
import ai.openclaw.diagnostics.demo.cast.Origin;
import ai.openclaw.diagnostics.demo.cast.Outcome;
import ai.openclaw.diagnostics.demo.cast.Task;
import ai.openclaw.diagnostics.demo.stage.Lane;
import ai.openclaw.diagnostics.demo.stage.Stage;
import ai.openclaw.diagnostics.events.SessionState;
import ai.openclaw.diagnostics.events.SessionTurnCreated;
import ai.openclaw.diagnostics.events.TraceContext;
import java.util.function.Consumer;

/** A conversation with an agent: one turn at a time, the others wait in the session's own lane. */
final class Session {

    private final Stage stage;
    private final Agent agent;
    private final Origin origin;
    private final Lane lane;

    /**
     * Opens a session.
     *
     * @param name what tells it from the agent's others
     */
    Session(Stage stage, Agent agent, Origin origin, String name) {
        this.stage = stage;
        this.agent = agent;
        this.origin = origin;
        // A Gateway puts the session key into the lane; that it becomes no label is for the exporter to see to.
        this.lane = new Lane(stage, "session:agent:" + agent.id() + ":" + name, () -> 1);
    }

    Agent agent() {
        return agent;
    }

    Origin origin() {
        return origin;
    }

    /**
     * Does a task once it is its turn, first in this session's lane, then in the lane of its kind.
     *
     * @param cause the span of what asked for it
     */
    void work(Task task, Lane kind, TraceContext cause, Consumer<Outcome> ended) {
        lane.submit(done -> {
            stage.internal(SessionTurnCreated.builder()
                    .agentId(agent.id())
                    .channel(origin.id())
                    .trigger(task.trigger().equals("user") ? "user" : "heartbeat")
                    .build());
            processing(task.trigger().equals("user") ? "message_start" : "run_started");
            kind.submit(release -> Run.start(stage, this, task, cause, outcome -> {
                release.run();
                enter("idle", outcome == Outcome.ABORTED ? "abort" : "run_completed");
                done.run();
                ended.accept(outcome);
            }));
        });
    }

    void processing(String reason) {
        enter("processing", reason);
    }

    void waiting(String reason) {
        enter("waiting", reason);
    }

    private void enter(String state, String reason) {
        stage.internal(SessionState.builder()
                .reason(reason)
                .state(state)
                .queueDepth(lane.size())
                .build());
    }
}
