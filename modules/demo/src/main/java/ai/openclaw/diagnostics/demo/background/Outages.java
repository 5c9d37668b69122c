package ai.openclaw.diagnostics.demo.background;

import ai.openclaw.diagnostics.demo.cast.Mix;
import ai.openclaw.diagnostics.demo.cast.Provider;
import ai.openclaw.diagnostics.demo.stage.Outage;
import ai.openclaw.diagnostics.demo.stage.Stage;

/** Starts an outage of a provider now and then, the first one within minutes of the start. */
public final class Outages {

    private static final long FIRST_FROM_MS = 75_000;
    private static final long FIRST_TO_MS = 200_000;
    private static final long MIN_MS = 45_000;
    private static final long MAX_MS = 80_000;
    private static final long REST_MS = 180_000;
    private static final double MEAN_GAP_MS = 420_000;
    private static final Mix<Provider> VICTIMS =
            Mix.of(Provider.ANTHROPIC, 5).and(Provider.OPENAI, 3).and(Provider.GOOGLE, 2);

    private final Stage stage;

    private Outages(Stage stage) {
        this.stage = stage;
    }

    /** Plans outages for as long as the story goes on. */
    public static void plan(Stage stage) {
        Outages outages = new Outages(stage);
        // The busiest provider first: an outage without calls shows nothing.
        stage.in(stage.dice().between(FIRST_FROM_MS, FIRST_TO_MS), () -> outages.strike(Provider.ANTHROPIC));
        stage.in(FIRST_TO_MS, () -> stage.every(outages::gapMs, () -> outages.strike(VICTIMS.pick(stage.dice()))));
    }

    private long gapMs() {
        return REST_MS + stage.dice().gap(MEAN_GAP_MS);
    }

    private void strike(Provider provider) {
        long untilMs = stage.nowMs() + stage.dice().between(MIN_MS, MAX_MS);
        if (!stage.providers().suffers(provider, stage.nowMs())) {
            stage.providers().suffer(provider, Outage.overload(untilMs));
        }
    }
}
