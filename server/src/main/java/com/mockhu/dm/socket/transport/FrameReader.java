package com.mockhu.dm.socket.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * Takes an upgraded connection over from Vert.x, whose own handler keeps the whole request and two
 * queues of 4 KiB for each socket (docs/adr/0006-sockets-at-rest.md).
 *
 * <p>Threads: the connection's event loop.
 */
public final class FrameReader extends ChannelInboundHandlerAdapter {
  /** Bytes of a message from a client, in all its frames. */
  public static final int LARGEST_MESSAGE = FragmentBuffer.LARGEST;

  /** Takes what a socket's client sends; called on its event loop. */
  public interface Receiver {
    /** Any frame has arrived. */
    void heard();

    /** Counts a ping or pong; false when the client sends too many. */
    boolean allowsControl();

    /** A whole text message. */
    void receive(String text);
  }

  private static final int NO_CLOSE_CODE = -1;
  private static final int LEAST_CLOSE_CODE = 1_000;
  private static final int LARGEST_CLOSE_CODE = 4_999;

  private final Receiver receiver;
  private final OutboundQueue outbound;
  private final Runnable gone;

  /** Null between messages. */
  private FragmentBuffer begun;

  private boolean isGone;

  private FrameReader(Receiver receiver, OutboundQueue outbound, Runnable gone) {
    this.receiver = receiver;
    this.outbound = outbound;
    this.gone = gone;
  }

  /**
   * @param current the context of the handler that is replaced
   * @param gone called once, when the connection is closed
   */
  public static void takeOver(
      ChannelHandlerContext current, Receiver receiver, OutboundQueue outbound, Runnable gone) {
    FrameReader reader = new FrameReader(receiver, outbound, gone);
    current.pipeline().replace(current.handler(), "frame-reader", reader);
    if (!current.channel().isActive()) {
      reader.channelInactive(current);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      if (message instanceof CloseWebSocketFrame farewell) {
        leave(farewell);
      } else if (message instanceof WebSocketFrame frame && !outbound.isClosed()) {
        receive(frame);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void leave(CloseWebSocketFrame farewell) {
    if (isCloseCode(farewell.statusCode())) {
      outbound.closedByPeer(farewell);
    } else {
      outbound.close(CloseCode.BAD_FRAME);
    }
  }

  /**
   * No code, or one that a frame may contain (RFC 6455 §7.4); the decoder checks those below 2000.
   */
  private static boolean isCloseCode(int code) {
    return code < LEAST_CLOSE_CODE ? code == NO_CLOSE_CODE : code <= LARGEST_CLOSE_CODE;
  }

  private void receive(WebSocketFrame frame) {
    receiver.heard();
    switch (frame) {
      case TextWebSocketFrame text -> text(text);
      case ContinuationWebSocketFrame part -> text(part);
      case PingWebSocketFrame ping -> {
        if (receiver.allowsControl()) {
          outbound.answer(new PongWebSocketFrame(ping.content().retain()));
        }
      }
      case PongWebSocketFrame _ -> receiver.allowsControl();
      case BinaryWebSocketFrame _ -> outbound.close(CloseCode.BINARY);
      default -> outbound.close(CloseCode.BAD_FRAME);
    }
  }

  private void text(WebSocketFrame frame) {
    if (begun == null && frame.isFinalFragment()) {
      read(frame.content());
      return;
    }
    begun = begun == null ? new FragmentBuffer() : begun;
    if (!begun.add(frame.content())) {
      begun = null;
      outbound.close(CloseCode.TOO_BIG);
    } else if (frame.isFinalFragment()) {
      ByteBuf whole = begun.whole();
      begun = null;
      read(whole);
    }
  }

  private void read(ByteBuf content) {
    if (content.readableBytes() > FragmentBuffer.LARGEST) {
      outbound.close(CloseCode.TOO_BIG);
      return;
    }
    FragmentBuffer.text(content)
        .ifPresentOrElse(receiver::receive, () -> outbound.close(CloseCode.BAD_TEXT));
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    outbound.drained();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    begun = null;
    if (!isGone) {
      isGone = true;
      outbound.gone();
      gone.run();
    }
  }

  /**
   * Does not close the connection at once after a broken or oversized frame: while the client is
   * sending, a reset would make its kernel discard our close frame. The decoder drops the rest.
   */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    switch (failure) {
      case CorruptedWebSocketFrameException broken -> outbound.close(code(broken));
      case DecompressionException failed -> outbound.close(code(failed));
      case io.netty.handler.codec.CodecException _ -> outbound.close(CloseCode.BAD_FRAME);
      default -> context.close();
    }
  }

  /** Netty's exception has a cause for corrupt data, and none for data above the size limit. */
  private static CloseCode code(DecompressionException failed) {
    return failed.getCause() == null ? CloseCode.TOO_BIG : CloseCode.BAD_FRAME;
  }

  private static CloseCode code(CorruptedWebSocketFrameException broken) {
    WebSocketCloseStatus status = broken.closeStatus();
    if (String.valueOf(broken.getMessage()).startsWith("Invalid close frame")) {
      // Netty reports an incomplete close code as invalid text.
      return CloseCode.BAD_FRAME;
    }
    return status == WebSocketCloseStatus.MESSAGE_TOO_BIG
        ? CloseCode.TOO_BIG
        : status == WebSocketCloseStatus.INVALID_PAYLOAD_DATA
            ? CloseCode.BAD_TEXT
            : CloseCode.BAD_FRAME;
  }
}
