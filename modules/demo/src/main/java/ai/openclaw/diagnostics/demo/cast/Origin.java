package ai.openclaw.diagnostics.demo.cast;

import java.util.List;

/** Where the demo's work comes from: chat channels, and the clock. */
public enum Origin {
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
    public static Mix<Origin> traffic() {
        Mix<Origin> mix = Mix.of(TELEGRAM, TELEGRAM.weight);
        for (Origin other : List.of(WEBCHAT, SLACK, DISCORD, WHATSAPP, CRON)) {
            mix = mix.and(other, other.weight);
        }
        return mix;
    }

    /** Returns the name of the channel in events. */
    public String id() {
        return id;
    }

    /** Returns how many conversations there are. */
    public int sessions() {
        return sessions;
    }

    /** Returns the share of deliveries that fail. */
    public double deliveryErrorRate() {
        return deliveryErrorRate;
    }

    /** Returns the agents that answer there. */
    public List<Agent> agents() {
        return agents;
    }

    /** Tells whether it is the clock. */
    public boolean isCron() {
        return this == CRON;
    }

    /** Tells whether people there expect more than text. */
    public boolean isMessenger() {
        return this != WEBCHAT && this != CRON;
    }

    /** Returns the kind of update that comes from there. */
    public String update() {
        return id + "-post";
    }

    /** Returns where answers go: what the clock started is announced to the team. */
    public Origin replyTo() {
        return isCron() ? SLACK : this;
    }
}
