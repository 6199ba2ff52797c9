package com.mockhu.dm.bench.wire.socket;

import com.mockhu.dm.bench.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.List;

/** Takes frames off an upgraded connection: text to the listener, pings answered. */
final class FrameHandler extends ByteToMessageDecoder {
  private static final int CLOSED_WITHOUT_CODE = 1006;
  private static final int FRAGMENT = -1;
  private static final int LARGEST = 1 << 20;
  private static final FastThreadLocal<byte[]> TEXT =
      new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
          return new byte[LARGEST];
        }
      };

  private final SocketListener listener;
  private int closeCode = CLOSED_WITHOUT_CODE;

  FrameHandler(SocketListener listener) {
    this.listener = listener;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    FrameHeader header = FrameHeader.peek(in);
    while (header != null && header.isWhole(in)) {
      in.skipBytes(header.size());
      take(context, header, in.readSlice((int) header.length()));
      header = FrameHeader.peek(in);
    }
  }

  private void take(ChannelHandlerContext context, FrameHeader header, ByteBuf payload) {
    switch (header.isFinal() ? header.opcode() : FRAGMENT) {
      case 0x1 -> text(payload);
      case 0x8 -> closing(context, payload);
      case 0x9 -> pong(context, payload);
      case 0xA -> {}
      default -> throw new WireException("A frame in parts, or of opcode " + header.opcode());
    }
  }

  private void text(ByteBuf payload) {
    byte[] bytes = TEXT.get();
    int length = payload.readableBytes();
    payload.readBytes(bytes, 0, length);
    listener.text(bytes, length);
  }

  private void closing(ChannelHandlerContext context, ByteBuf payload) {
    closeCode = payload.isReadable(2) ? payload.readUnsignedShort() : closeCode;
    context.close();
  }

  private static void pong(ChannelHandlerContext context, ByteBuf payload) {
    byte[] bytes = new byte[payload.readableBytes()];
    payload.readBytes(bytes);
    context.write(Unpooled.wrappedBuffer(new MaskedFrame(MaskedFrame.PONG, bytes).bytes()));
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) throws Exception {
    super.channelReadComplete(context);
    context.flush();
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext context) {
    listener.closed(closeCode);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    listener.failed(cause);
    context.close();
  }
}
