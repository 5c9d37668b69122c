package ai.openclaw.diagnostics.http.accept;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A connection of which the first bytes were read already: they are what is read from it first. On its own event loop.
 */
final class HeadFirstChannel extends NioSocketChannel {

    /** Is told of what has happened to a connection, on any thread, and perhaps more than once. */
    interface Listener {

        /** Its first bytes were read, a TLS handshake that they begin is answered, or it is closed. */
        void takenUp(HeadFirstChannel channel);

        /** A TLS handshake is over that its first bytes begin, there is none, or it is closed. */
        void established(HeadFirstChannel channel);
    }

    private final Listener listener;
    private final int cost;
    private @Nullable ByteBuffer first;
    private boolean takenUp;

    HeadFirstChannel(Channel parent, SocketChannel socket, FirstBytes first, Listener listener) {
        super(parent, socket);
        this.first = first.read();
        this.cost = first.cost();
        this.listener = listener;
        closeFuture().addListener(closed -> {
            takeUp();
            listener.established(this);
        });
    }

    /** Returns how many single requests the first bytes take as much time as. */
    int cost() {
        return cost;
    }

    private void takeUp() {
        if (!takenUp) {
            takenUp = true;
            listener.takenUp(this);
        }
    }

    @Override
    protected void doBeginRead() throws Exception {
        super.doBeginRead();
        if (first != null) { // of which no selector tells
            eventLoop().execute(this::readFirst);
        }
    }

    private void readFirst() {
        if (first != null && isActive()) {
            unsafe().read();
        }
    }

    @Override
    protected int doReadBytes(ByteBuf target) throws Exception {
        ByteBuffer rest = first;
        if (rest == null || !isOpen()) {
            return super.doReadBytes(target);
        }
        int room = target.writableBytes();
        unsafe().recvBufAllocHandle().attemptedBytesRead(room);
        int count = Math.min(room, rest.remaining());
        target.writeBytes(rest.slice(rest.position(), count));
        rest.position(rest.position() + count);
        if (!rest.hasRemaining()) {
            first = null;
            awaitHandshake();
        }
        return count;
    }

    private void awaitHandshake() {
        SslHandler tls = pipeline().get(SslHandler.class);
        if (tls == null) {
            takeUp();
            listener.established(this);
        } else {
            tls.handshakeFuture().addListener(over -> listener.established(this));
        }
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer out) throws Exception {
        super.doWrite(out);
        takeUp(); // what takes time of a handshake is over
    }
}
