package ai.openclaw.diagnostics.http.accept;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection of which the first bytes were read already: they are what is read from it first. Once they are, and a TLS
 * handshake is over that they begin, it says that it was taken up. On its own event loop.
 */
final class HeadFirstChannel extends NioSocketChannel {

    private final Consumer<HeadFirstChannel> takenUp;
    private @Nullable ByteBuffer first;

    /** @param takenUp is told on any thread, perhaps more than once */
    HeadFirstChannel(Channel parent, SocketChannel socket, ByteBuffer first, Consumer<HeadFirstChannel> takenUp) {
        super(parent, socket);
        this.first = first;
        this.takenUp = takenUp;
        closeFuture().addListener(closed -> takenUp.accept(this));
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
            sayTakenUp();
        }
        return count;
    }

    private void sayTakenUp() {
        SslHandler tls = pipeline().get(SslHandler.class);
        if (tls == null) {
            takenUp.accept(this);
        } else {
            tls.handshakeFuture().addListener(over -> takenUp.accept(this));
        }
    }
}
