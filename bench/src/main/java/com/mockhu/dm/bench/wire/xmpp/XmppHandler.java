package com.mockhu.dm.bench.wire.xmpp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mockhu.dm.bench.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Signs in, and then takes stanzas off the stream. */
final class XmppHandler extends ByteToMessageDecoder {
  /** The expected next step. */
  private enum Step {
    MECHANISMS,
    SUCCESS,
    FEATURES,
    RESOURCE,
    STANZAS
  }

  private static final byte[] FEATURES = Xml.bytes("<stream:features");
  private static final byte[] SUCCESS = Xml.bytes("<success");
  private static final byte[] IQ = Xml.bytes("<iq");
  private static final byte[] HEADER = Xml.bytes("<stream:stream");
  private static final byte[] DECLARATION = Xml.bytes("<?xml");
  private static final int LARGEST = 4 << 20;
  private static final FastThreadLocal<byte[]> BYTES =
      new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
          return new byte[LARGEST];
        }
      };

  private final Account account;
  private final StanzaListener listener;
  private final CompletableFuture<XmppStream> opened;
  private Step step = Step.MECHANISMS;

  XmppHandler(Account account, StanzaListener listener, CompletableFuture<XmppStream> opened) {
    this.account = account;
    this.listener = listener;
    this.opened = opened;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    write(context, account.header());
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    byte[] bytes = BYTES.get();
    int length = Math.min(in.readableBytes(), LARGEST);
    in.getBytes(in.readerIndex(), bytes, 0, length);
    int from = 0;
    int end = Xml.end(bytes, from, length);
    while (end >= 0) {
      take(context, bytes, from, end);
      from = end;
      end = Xml.end(bytes, from, length);
    }
    in.skipBytes(from);
  }

  private void take(ChannelHandlerContext context, byte[] bytes, int from, int to) {
    if (step == Step.STANZAS) {
      listener.stanza(bytes, from, to);
    } else if (!Xml.startsWith(bytes, from, to, HEADER)
        && !Xml.startsWith(bytes, from, to, DECLARATION)) {
      signIn(context, bytes, from, to);
    }
  }

  private void signIn(ChannelHandlerContext context, byte[] bytes, int from, int to) {
    switch (step) {
      case MECHANISMS -> next(context, bytes, from, to, FEATURES, account.authentication());
      case SUCCESS -> next(context, bytes, from, to, SUCCESS, account.header());
      case FEATURES -> next(context, bytes, from, to, FEATURES, account.binding());
      case RESOURCE -> next(context, bytes, from, to, IQ, "");
      case STANZAS -> throw new IllegalStateException("Signed in already");
    }
  }

  private void next(
      ChannelHandlerContext context, byte[] bytes, int from, int to, byte[] wanted, String answer) {
    if (!Xml.startsWith(bytes, from, to, wanted)) {
      refused(context, new String(bytes, from, to - from, UTF_8));
      return;
    }
    step = Step.values()[step.ordinal() + 1];
    if (step == Step.STANZAS) {
      opened.complete(new XmppStream(context.channel()));
    } else {
      write(context, answer);
    }
  }

  private void refused(ChannelHandlerContext context, String answer) {
    opened.completeExceptionally(new WireException("Signing in was refused: " + answer));
    context.close();
  }

  private static void write(ChannelHandlerContext context, String text) {
    context.writeAndFlush(ByteBufUtil.writeAscii(context.alloc(), text));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    opened.completeExceptionally(cause);
    context.close();
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext context) {
    boolean wasOpen = opened.isDone() && !opened.isCompletedExceptionally();
    opened.completeExceptionally(new WireException("The stream closed while signing in"));
    if (wasOpen) {
      listener.closed();
    }
  }
}
