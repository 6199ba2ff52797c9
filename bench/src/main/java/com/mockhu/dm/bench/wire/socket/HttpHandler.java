package com.mockhu.dm.bench.wire.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.mockhu.dm.bench.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes answers off a connection: those that say their length, as all of the product's do. */
final class HttpHandler extends ByteToMessageDecoder {
  private static final ByteBuf END_OF_HEAD = Unpooled.copiedBuffer("\r\n\r\n", US_ASCII);
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
  private static final int STATUS_AT = 9;
  private static final int LARGEST = 4 << 20;
  private static final FastThreadLocal<byte[]> BODY =
      new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
          return new byte[LARGEST];
        }
      };

  private final CompletableFuture<HttpLine> opened;
  private HttpLine line;
  private int status;
  private int missing;

  HttpHandler(CompletableFuture<HttpLine> opened) {
    this.opened = opened;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    line = new HttpLine(context.channel());
    opened.complete(line);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    while ((status != 0 || readHead(in)) && in.readableBytes() >= missing) {
      byte[] body = BODY.get();
      in.readBytes(body, 0, missing);
      int finished = status;
      status = 0;
      line.answered(finished, body, missing);
    }
  }

  private boolean readHead(ByteBuf in) {
    int end = ByteBufUtil.indexOf(END_OF_HEAD, in);
    if (end < 0) {
      return false;
    }
    String head = in.toString(in.readerIndex(), end - in.readerIndex(), US_ASCII);
    in.readerIndex(end + END_OF_HEAD.readableBytes());
    Matcher length = LENGTH.matcher(head);
    if (!length.find()) {
      throw new WireException("An answer that doesn't say its length: " + head);
    }
    status = Integer.parseInt(head, STATUS_AT, STATUS_AT + 3, 10);
    missing = Integer.parseInt(length.group(1));
    return true;
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext context) {
    if (line != null) {
      line.lost();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    System.err.println("A connection failed: " + cause);
    context.close();
  }
}
