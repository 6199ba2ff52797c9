package com.mockhu.dm.chaos.client.device;

import com.mockhu.dm.chaos.history.Operation.Kind;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Decides the next operation of a device; deterministic for a seed and name. */
public final class Habits {
  private static final double READING = 0.06;
  private static final double WRONG_DOOR = 0.03;
  private static final int FIRST_WRONG_DOOR = 3;
  private static final double KEYED = 0.7;

  private final Random random;
  private final String device;
  private final List<String> conversations;
  private final String foreign;
  private int number;

  /**
   * @param foreign a conversation of others, where sends are refused; or null
   */
  public Habits(long seed, String device, List<String> conversations, String foreign) {
    this.random = new Random(seed * 31 + device.hashCode());
    this.device = device;
    this.conversations = conversations;
    this.foreign = foreign;
  }

  PlannedOperation next() {
    double chance = random.nextDouble();
    String conversation = conversations.get(random.nextInt(conversations.size()));
    if (chance < READING) {
      return new PlannedOperation(Kind.READ, conversation, null, null, List.of());
    }
    // Once early on, so that even a short round has one.
    boolean isDue = number == FIRST_WRONG_DOOR || chance < READING + WRONG_DOOR;
    boolean isWrong = foreign != null && isDue;
    return send(isWrong ? foreign : conversation, List.of());
  }

  PlannedOperation send(String conversation, List<String> files) {
    String key = random.nextDouble() < KEYED ? key() : null;
    return new PlannedOperation(Kind.SEND, conversation, device + " " + ++number, key, files);
  }

  String conversation() {
    return conversations.get(random.nextInt(conversations.size()));
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  long thinkMillis() {
    return 10 + random.nextInt(50);
  }

  byte[] bytes(int count) {
    byte[] letters = new byte[count];
    for (int i = 0; i < count; i++) {
      letters[i] = (byte) ('a' + random.nextInt(26));
    }
    return letters;
  }

  private String key() {
    return new UUID(random.nextLong(), random.nextLong() >>> 2 | 1L << 63).toString();
  }
}
