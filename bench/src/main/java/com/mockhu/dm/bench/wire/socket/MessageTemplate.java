package com.mockhu.dm.bench.wire.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.UUID;

/**
 * The {@code message} frame of one sender, ready but for the time, the number and the key.
 *
 * <p>The time travels in the frame: {@code ref} brings it back in the acknowledgement and {@code
 * content} takes it to the other person, so that neither needs a table of what was sent when.
 */
public final class MessageTemplate {
  /** Hexadecimal digits of a time in {@code ref} and at the start of {@code content}. */
  public static final int STAMP_DIGITS = 16;

  /** Hexadecimal digits of the message's number, after the time in {@code ref}. */
  public static final int NUMBER_DIGITS = 8;

  private static final String STAMP = "s".repeat(STAMP_DIGITS);
  private static final String REF = "r".repeat(STAMP_DIGITS + NUMBER_DIGITS);
  private static final String KEY = "kkkkkkkk-kkkk-kkkk-kkkk-kkkkkkkkkkkk";

  private final ClientMessageIds ids;
  private final MaskedFrame frame;
  private final int ref;
  private final int key;
  private final int stamp;

  /**
   * @param contentLength characters of {@code content}, at least {@link #STAMP_DIGITS}
   */
  public MessageTemplate(UUID conversation, ClientMessageIds ids, int contentLength) {
    String json = json(conversation, content(contentLength));
    this.ids = ids;
    this.frame = new MaskedFrame(MaskedFrame.TEXT, json.getBytes(US_ASCII));
    this.ref = json.indexOf(REF);
    this.key = json.indexOf(KEY);
    this.stamp = json.indexOf(STAMP);
  }

  private static String json(UUID conversation, String content) {
    return """
    {"type":"message","ref":"%s","conversation_id":"%s","message_type":"text",\
    "client_message_id":"%s","content":"%s"}"""
        .formatted(REF, conversation, KEY, content);
  }

  /** A sentence of that many characters, whose first ones stand for the time. */
  public static String content(int length) {
    String words = " See you at the library at five, bring the notes.".repeat(length / 40 + 1);
    return STAMP + words.substring(0, length - STAMP_DIGITS);
  }

  /** The whole frame for one sending; the buffer is the caller's. */
  ByteBuf stamped(ByteBufAllocator allocator, long time, int number) {
    frame.putHex(ref, time, STAMP_DIGITS);
    frame.putHex(ref + STAMP_DIGITS, number, NUMBER_DIGITS);
    frame.putHex(stamp, time, STAMP_DIGITS);
    putKey(ids.high(number), ids.low(number));
    return allocator.directBuffer(frame.bytes().length).writeBytes(frame.bytes());
  }

  private void putKey(long high, long low) {
    frame.putHex(key, high >>> 32, 8);
    frame.putHex(key + 9, high >>> 16, 4);
    frame.putHex(key + 14, high, 4);
    frame.putHex(key + 19, low >>> 48, 4);
    frame.putHex(key + 24, low, 12);
  }
}
