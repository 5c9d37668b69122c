package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.openclaw.diagnostics.gateway.BindFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Why a Gateway cannot listen, said by the failures that the system reports. */
class BindFailureTest {

    private static Throwable bind(String host, int port) {
        return catchThrowable(() -> {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            }
        });
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Throwable failure = bind("127.0.0.1", taken.getLocalPort());
            assertThat(BindFailure.is(failure)).isTrue();
            assertThat(BindFailure.explain(failure, "127.0.0.1", taken.getLocalPort()))
                    .isEqualTo("Port " + taken.getLocalPort() + " is taken on 127.0.0.1. Stop the program that listens"
                            + " there, or choose another port with --port.");
        }
    }

    @Test
    void anAddressThatIsNotLocal() {
        Throwable failure = bind("192.0.2.1", 0);
        assertThat(BindFailure.is(failure)).isTrue();
        assertThat(BindFailure.explain(failure, "192.0.2.1", 18789))
                .isEqualTo("gateway.bind: 192.0.2.1 is not an address of this machine. Bind one that is, loopback or"
                        + " lan.");
    }

    @Test
    void aPortBelow1024() {
        assertThat(BindFailure.explain(new BindException("Permission denied"), "0.0.0.0", 80))
                .isEqualTo("Port 80 is below 1024, where only an administrator or a process with CAP_NET_BIND_SERVICE"
                        + " may listen. Choose a higher one with --port.");
    }

    @Test
    void anotherReasonIsTold() {
        assertThat(BindFailure.explain(new BindException("Permission denied"), "127.0.0.1", 8080))
                .isEqualTo("The Gateway cannot listen on 127.0.0.1, port 8080: Permission denied.");
    }
}
