package io.ringside.feed.frame;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;

/** A peer that reads nothing: no write is ever done. */
final class HeldWrites extends ChannelOutboundHandlerAdapter {

    private int writes;

    int writes() {
        return writes;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        writes++;
        ReferenceCountUtil.release(message);
    }
}
