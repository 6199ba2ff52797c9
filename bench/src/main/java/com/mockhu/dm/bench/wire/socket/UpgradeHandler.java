package com.mockhu.dm.bench.wire.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.mockhu.dm.bench.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Asks for the upgrade (RFC 6455 §4.1) and gives way to {@link FrameHandler} once it is granted.
 */
final class UpgradeHandler extends ByteToMessageDecoder {
  private static final ByteBuf END_OF_HEAD = Unpooled.copiedBuffer("\r\n\r\n", US_ASCII);
  private static final String GRANTED = "HTTP/1.1 101";

  private final String request;
  private final SocketListener listener;
  private final CompletableFuture<Socket> opened;

  UpgradeHandler(String request, SocketListener listener, CompletableFuture<Socket> opened) {
    this.request = request;
    this.listener = listener;
    this.opened = opened;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    context.writeAndFlush(ByteBufUtil.writeAscii(context.alloc(), request));
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    int end = ByteBufUtil.indexOf(END_OF_HEAD, in);
    if (end >= 0) {
      String head = in.toString(in.readerIndex(), end - in.readerIndex(), US_ASCII);
      in.readerIndex(end + END_OF_HEAD.readableBytes());
      answered(context, head);
    }
  }

  private void answered(ChannelHandlerContext context, String head) {
    if (!head.startsWith(GRANTED)) {
      opened.completeExceptionally(
          new WireException("Upgrade refused: " + head.lines().findFirst().orElse("")));
      context.close();
      return;
    }
    opened.complete(new Socket(context.channel()));
    context.pipeline().replace(this, null, new FrameHandler(listener));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    opened.completeExceptionally(cause);
    context.close();
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext context) {
    opened.completeExceptionally(new WireException("The connection closed during the upgrade"));
  }
}
