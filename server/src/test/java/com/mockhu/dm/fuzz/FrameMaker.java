package com.mockhu.dm.fuzz;

import com.mockhu.dm.support.raw.RawSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes good frames bad, in every layer: text, JSON, fields, and now and then the line itself. */
final class FrameMaker {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1e999",
          "99999999999999999999",
          "\"\"",
          "\"x\"",
          "[]",
          "{}",
          "[[[[[]]]]]",
          "{\"a\":{\"a\":{}}}",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"é😀\"",
          "\"00000000-0000-0000-0000-000000000000\"",
          "\"' OR 1=1 --\"",
          "\"<script>\"",
          "\"0000000000000000.99\"",
          "9223372036854775807",
          "1.5");

  private final Random random;
  private final List<String> good;

  FrameMaker(Random random, String conversation, String person) {
    this.random = random;
    String id = "\"conversation_id\":\"" + conversation + "\"";
    this.good =
        List.of(
            "{\"type\":\"ping\",\"ref\":\"1\"}",
            "{\"type\":\"message\",\"ref\":\"2\","
                + id
                + ",\"message_type\":\"text\",\"content\":\"hello\"}",
            "{\"type\":\"message\",\"recipient_id\":\""
                + person
                + "\",\"message_type\":\"text\",\"content\":\"hey\"}",
            "{\"type\":\"typing\"," + id + ",\"is_typing\":true}",
            "{\"type\":\"read\"," + id + "}",
            "{\"type\":\"read\",\"message_id\":\"" + conversation + "\"}",
            "{\"type\":\"delivered\",\"message_id\":\"" + conversation + "\"}",
            "{\"type\":\"received\",\"cursor\":\"0123456789abcdef.1\"}",
            "{\"type\":\"resume\",\"cursor\":\"0123456789abcdef.1\"}",
            "{\"type\":\"auth\",\"token\":\"a.b.c\"}",
            "{\"type\":\"watch\",\"user_ids\":[\"" + person + "\"]}");
  }

  /** Sends one frame that leaves the socket open. */
  void next(RawSocket line) {
    String frame = good.get(random.nextInt(good.size()));
    switch (random.nextInt(20)) {
      case 0 -> line.whole(RawSocket.PING, shortNoise());
      case 1 -> line.whole(RawSocket.PONG, shortNoise());
      case 2 -> inPieces(line, bytes(frame));
      case 3, 4 -> line.says(frame);
      default -> line.says(mutated(frame));
    }
  }

  /** Sends what may well be the end of the socket. */
  void last(RawSocket line) {
    String frame = good.get(random.nextInt(good.size()));
    switch (random.nextInt(4)) {
      case 0 -> line.whole(RawSocket.TEXT, noise());
      case 1 -> line.whole(random.nextInt(16), noise());
      case 2 -> line.part(random.nextInt(3), bytes(frame));
      default -> line.bytes(noise());
    }
  }

  private void inPieces(RawSocket line, byte[] whole) {
    int cut = random.nextInt(whole.length);
    line.part(RawSocket.TEXT, java.util.Arrays.copyOf(whole, cut));
    line.whole(RawSocket.CONTINUATION, java.util.Arrays.copyOfRange(whole, cut, whole.length));
  }

  private String mutated(String frame) {
    String changed = frame;
    for (int i = random.nextInt(3); i >= 0; i--) {
      changed = random.nextBoolean() ? withValue(changed) : withCharacter(changed);
    }
    return changed;
  }

  /** Puts something else where a field's value stands. */
  private String withValue(String frame) {
    String[] fields = frame.split(",", -1);
    int chosen = random.nextInt(fields.length);
    int colon = fields[chosen].indexOf(':');
    String end = chosen == fields.length - 1 ? "}" : "";
    String value = VALUES.get(random.nextInt(VALUES.size()));
    fields[chosen] = fields[chosen].substring(0, Math.max(0, colon + 1)) + value + end;
    return String.join(",", fields);
  }

  private String withCharacter(String frame) {
    StringBuilder text = new StringBuilder(frame);
    int place = random.nextInt(Math.max(1, text.length()));
    switch (random.nextInt(4)) {
      case 0 -> text.deleteCharAt(Math.min(place, Math.max(0, text.length() - 1)));
      case 1 -> text.insert(place, (char) random.nextInt(0xd800));
      case 2 -> text.insert(place, "{[\"\\:,}]".charAt(random.nextInt(8)));
      default -> text.setLength(place);
    }
    return text.isEmpty() ? "{" : text.toString();
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] shortNoise() {
    return java.util.Arrays.copyOf(noise(), random.nextInt(126));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
