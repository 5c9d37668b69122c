package ai.openclaw.diagnostics.demo;

import java.util.List;

/** Where the demo's work comes from: chat channels, and the clock. */
enum Origin {
    TELEGRAM("telegram", 34, 14, 0.008, List.of(Agent.MAIN, Agent.MAIN, Agent.RESEARCH)),
    WEBCHAT("webchat", 22, 10, 0.001, List.of(Agent.SUPPORT, Agent.MAIN)),
    SLACK("slack", 16, 8, 0.006, List.of(Agent.OPS, Agent.RESEARCH)),
    DISCORD("discord", 12, 6, 0.01, List.of(Agent.SUPPORT, Agent.RESEARCH)),
    WHATSAPP("whatsapp", 10, 6, 0.02, List.of(Agent.MAIN)),
    CRON("cron", 6, 3, 0, List.of(Agent.OPS, Agent.MAIN));

    private final String id;
    private final double weight;
    private final int sessions;
    private final double deliveryErrorRate;
    private final List<Agent> agents;

    Origin(String id, double weight, int sessions, double deliveryErrorRate, List<Agent> agents) {
        this.id = id;
        this.weight = weight;
        this.sessions = sessions;
        this.deliveryErrorRate = deliveryErrorRate;
        this.agents = agents;
    }

    /** Returns the mix of origins that traffic is made of. */
    static Mix<Origin> traffic() {
        Mix<Origin> mix = Mix.of(TELEGRAM, TELEGRAM.weight);
        for (Origin other : List.of(WEBCHAT, SLACK, DISCORD, WHATSAPP, CRON)) {
            mix = mix.and(other, other.weight);
        }
        return mix;
    }

    String id() {
        return id;
    }

    int sessions() {
        return sessions;
    }

    double deliveryErrorRate() {
        return deliveryErrorRate;
    }

    List<Agent> agents() {
        return agents;
    }

    boolean isCron() {
        return this == CRON;
    }

    /** Tells whether people there expect more than text. */
    boolean isMessenger() {
        return this != WEBCHAT && this != CRON;
    }

    /** Returns the kind of update that comes from there. */
    String update() {
        return id + "-post";
    }

    /** Returns where answers go: what the clock started is announced to the team. */
    Origin replyTo() {
        return isCron() ? SLACK : this;
    }
}
