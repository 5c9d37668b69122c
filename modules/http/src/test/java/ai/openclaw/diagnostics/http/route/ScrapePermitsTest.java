package ai.openclaw.diagnostics.http.route;

import static ai.openclaw.diagnostics.http.route.ScrapePermits.MAX_BODY_BYTES;
import static ai.openclaw.diagnostics.http.route.ScrapePermits.MAX_CONCURRENT_SCRAPES;
import static ai.openclaw.diagnostics.http.route.ScrapePermits.MAX_LINGERING;
import static ai.openclaw.diagnostics.http.route.ScrapePermits.MIN_SENDING_MS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.http.exposition.Body;
import ai.openclaw.diagnostics.http.route.ScrapePermits.Permit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScrapePermitsTest {

    private static final Body BODY = Body.of(new byte[1000]);

    private long nowMs;
    private final ScrapePermits permits = new ScrapePermits(() -> nowMs);
    private final List<Integer> givenUp = new ArrayList<>();

    @Test
    void scrapesThatWaitForTheirBodiesAreNeverGivenUp() {
        acquireAll();
        nowMs += 1_000_000;
        assertThat(permits.tryAcquire()).isNull();
    }

    @Test
    void theOldestSenderGivesWayWhenItHadItsTime() {
        List<Permit> all = acquireAll();
        for (int i = 0; i < all.size(); i++) {
            send(all.get(i), i, BODY);
            nowMs++;
        }
        nowMs = MIN_SENDING_MS - 1;
        assertThat(permits.tryAcquire()).isNull();
        nowMs = MIN_SENDING_MS;
        assertThat(permits.tryAcquire()).isNotNull();
        assertThat(permits.tryAcquire()).as("the second has not had its time").isNull();
        assertThat(givenUp).containsExactly(0);
    }

    @Test
    void aPermitThatWasGivenUpIsReleasedOnce() {
        List<Permit> all = acquireAll();
        send(all.get(0), 0, BODY);
        all.get(0).giveUp();
        all.get(0).giveUp();
        assertThat(permits.tryAcquire()).isNotNull();
        assertThat(permits.tryAcquire()).isNull();
        all.get(0).release();
        all.get(0).release();
        assertThat(permits.tryAcquire()).isNull();
        all.get(1).release();
        all.get(1).release();
        assertThat(permits.tryAcquire()).isNotNull();
        assertThat(permits.tryAcquire()).isNull();
    }

    @Test
    void connectionsThatLingerAreLimited() {
        List<Permit> lingering = new ArrayList<>();
        for (int i = 0; i < MAX_LINGERING; i++) {
            Permit permit = requireNonNull(permits.tryAcquire());
            send(permit, i, BODY);
            permit.giveUp();
            lingering.add(permit);
        }
        List<Permit> all = acquireAll();
        send(all.get(0), 0, BODY);
        all.get(0).giveUp();
        nowMs += MIN_SENDING_MS;
        assertThat(permits.tryAcquire()).as("held until a connection is closed").isNull();
        lingering.get(0).release();
        assertThat(permits.tryAcquire()).as("the one given up keeps its permit").isNull();
        all.get(0).release();
        assertThat(permits.tryAcquire()).isNotNull();
    }

    @Test
    void bodiesBeyondTheirLimitGiveWay() {
        Body half = Body.of(new byte[(int) MAX_BODY_BYTES / 2]);
        Body otherHalf = Body.of(new byte[(int) MAX_BODY_BYTES / 2]);
        send(requireNonNull(permits.tryAcquire()), 0, half);
        send(requireNonNull(permits.tryAcquire()), 1, half);
        send(requireNonNull(permits.tryAcquire()), 2, otherHalf);
        send(requireNonNull(permits.tryAcquire()), 3, BODY);
        assertThat(permits.tryAcquire()).isNull();
        nowMs += MIN_SENDING_MS;
        assertThat(permits.tryAcquire()).isNotNull();
        assertThat(givenUp).containsExactly(0, 1);
    }

    private void send(Permit permit, int name, Body body) {
        permit.sends(body, () -> givenUp.add(name));
    }

    private List<Permit> acquireAll() {
        List<Permit> all = new ArrayList<>();
        for (int i = 0; i < MAX_CONCURRENT_SCRAPES; i++) {
            all.add(requireNonNull(permits.tryAcquire()));
        }
        return all;
    }
}
