package io.ringside.sim.quote;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * One bookTicker message: the text of the combined form, and where in it the text of the raw form lies.
 *
 * <p><em>Threading:</em> immutable by agreement: nobody writes to the bytes after construction.
 *
 * @param stream     for example {@code btcusdt@bookTicker}
 * @param json       UTF-8 text of {@code {"stream":...,"data":{...}}}
 * @param dataOffset first byte of the value of {@code data}
 * @param dataLength number of its bytes
 */
public record QuoteMessage(String stream, byte[] json, int dataOffset, int dataLength) {

    /** Text of the combined form. */
    public String text() {
        return new String(json, StandardCharsets.UTF_8);
    }

    public ByteBuf content(boolean combined) {
        return combined ? Unpooled.wrappedBuffer(json) : Unpooled.wrappedBuffer(json, dataOffset, dataLength);
    }
}
