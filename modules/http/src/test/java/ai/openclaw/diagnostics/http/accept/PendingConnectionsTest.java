package ai.openclaw.diagnostics.http.accept;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What gives way when more connections are accepted at once than may be pending. */
class PendingConnectionsTest {

    private static final int ROOM = 8;
    private static final AcceptLimits LIMITS = AcceptLimits.of(ROOM, 16_384, Duration.ofMinutes(10));

    private final MultiThreadIoEventLoopGroup acceptors = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final IoEventLoop acceptor = acceptors.next();
    private final PendingConnections pending = new PendingConnections(LIMITS, () -> {});
    private final List<SocketChannel> clients = new ArrayList<>();
    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException {
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws Exception {
        onAcceptor(() -> {
            pending.closeAll();
            return null;
        });
        server.close();
        for (SocketChannel client : clients) {
            client.close();
        }
        acceptors.shutdownGracefully();
    }

    @Test
    void aConnectionWhoseRequestHasComeDoesNotGiveWay() throws Exception {
        PendingConnection asked = onAcceptor(() -> {
            PendingConnection first = accept("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
            for (int i = 0; i < ROOM; i++) { // at once: nothing is read meanwhile
                accept("");
            }
            return first;
        });
        assertThat(asked.socket().isOpen()).isTrue();
        assertThat(onAcceptor(pending::pollReady)).isSameAs(asked);
        asked.closeNow();
    }

    @Test
    void theOldestWithoutARequestGivesWay() throws Exception {
        for (String sent : List.of("", "GET /health HT")) {
            PendingConnection oldest = onAcceptor(() -> {
                PendingConnection first = accept(sent);
                for (int i = 0; i < ROOM; i++) {
                    accept("");
                }
                return first;
            });
            assertThat(oldest.socket().isOpen()).isFalse();
        }
    }

    private PendingConnection accept(String sent) throws IOException {
        SocketChannel client = SocketChannel.open(server.getLocalAddress());
        clients.add(client);
        client.write(ByteBuffer.wrap(sent.getBytes(US_ASCII)));
        PendingConnection connection = PendingConnection.begin(server.accept(), acceptor, pending, LIMITS.headBytes());
        pending.add(connection);
        return connection;
    }

    private <T> T onAcceptor(Callable<T> task) throws ExecutionException, InterruptedException {
        return acceptor.submit(task).get();
    }
}
