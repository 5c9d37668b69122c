package ai.openclaw.diagnostics.http.accept;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.http.route.HttpLimits;
import ai.openclaw.diagnostics.http.route.HttpServers;
import ai.openclaw.diagnostics.testing.Certificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that begin a TLS handshake and do not go on take a limited number of places, and hold up no one. */
class HandshakeLimitTest {

    private static final int PATIENCE_MS = (int) TimeUnit.MINUTES.toMillis(2);
    private static final HttpLimits LIMITS =
            HttpLimits.DEFAULT.withConnections(1000).withHeaderTimeout(Duration.ofMinutes(10));

    @TempDir
    private Path folder;

    private final List<Socket> sockets = new ArrayList<>();
    private final Vertx vertx =
            Vertx.builder().withTransport(HttpServers.transport(LIMITS)).build();
    private SSLContext trusting;
    private int port;

    @BeforeEach
    void serve() throws Exception {
        Certificate certificate = Certificate.make(folder, "localhost");
        trusting = trusting(certificate);
        HttpServerOptions options = HttpServers.options(LIMITS)
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertPath(certificate.file().toString())
                        .addKeyPath(certificate.key().toString()));
        Router router = Router.router(vertx);
        router.get().handler(context -> context.end("well"));
        port = HttpServers.create(vertx, LIMITS, options, router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    @AfterEach
    void close() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        vertx.close();
    }

    @Test
    void theOldestStalledHandshakeGivesWay() throws Exception {
        Socket established = connect();
        assertThat(ask(established)).startsWith("HTTP/1.1 200 ");
        Socket oldest = stalled();
        for (int i = 1; i < AcceptLimits.HANDSHAKES; i++) {
            stalled();
        }
        assertThat(ask(established)).as("the oldest connection of all").startsWith("HTTP/1.1 200 ");
        stalled();
        assertThat(isClosed(oldest)).isTrue();
        assertThat(ask(established)).startsWith("HTTP/1.1 200 ");
        assertThat(ask(connect())).as("a further handshake").startsWith("HTTP/1.1 200 ");
    }

    /** Its streams would be further requests of one connection. */
    @Test
    void http2IsNotNegotiated() throws Exception {
        SSLSocket socket = connect();
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        socket.setSSLParameters(parameters);
        assertThat(ask(socket)).startsWith("HTTP/1.1 200 ");
        assertThat(socket.getApplicationProtocol()).isNotEqualTo("h2");
    }

    /** A connection whose handshake the server has answered. */
    private Socket stalled() throws IOException {
        Socket socket = open();
        socket.getOutputStream().write(hello());
        assertThat(socket.getInputStream().read()).as("a record of a handshake").isEqualTo(22);
        return socket;
    }

    private byte[] hello() throws SSLException {
        SSLEngine engine = trusting.createSSLEngine();
        engine.setUseClientMode(true);
        ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), hello);
        return Arrays.copyOf(hello.array(), hello.position());
    }

    private SSLSocket connect() throws IOException {
        return (SSLSocket) trusting.getSocketFactory().createSocket(open(), "localhost", port, true);
    }

    private Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        sockets.add(socket);
        return socket;
    }

    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(ISO_8859_1));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("well") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("what follows %s", answer).isNotNegative();
            answer.append((char) next);
        }
        return answer.toString();
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static SSLContext trusting(Certificate certificate) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream file = Files.newInputStream(certificate.file())) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
