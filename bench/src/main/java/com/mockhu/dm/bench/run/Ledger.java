package com.mockhu.dm.bench.run;

import com.mockhu.dm.bench.wire.socket.ClientMessageIds;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The sent and the acknowledged messages of one sender. Written by its event loop, read after the
 * load has ended.
 */
public final class Ledger {
  private final UUID conversation;
  private final ClientMessageIds ids;
  private final BitSet acknowledged = new BitSet();
  private int sent;

  public Ledger(UUID conversation, ClientMessageIds ids) {
    this.conversation = conversation;
    this.ids = ids;
  }

  public UUID conversation() {
    return conversation;
  }

  /** The number of the next message: 0, 1, 2 … */
  public int next() {
    return sent++;
  }

  /** False when this number was acknowledged before or never sent. */
  public boolean acknowledge(int number) {
    boolean isNews = number >= 0 && number < sent && !acknowledged.get(number);
    if (isNews) {
      acknowledged.set(number);
    }
    return isNews;
  }

  public Verification compare(List<StoredMessage> stored) {
    Map<UUID, Integer> copies = new HashMap<>();
    stored.forEach(message -> copies.merge(message.clientMessageId(), 1, Integer::sum));
    long confirmed = acknowledged.stream().filter(i -> copies.containsKey(ids.id(i))).count();
    return new Verification(
        acknowledged.cardinality(),
        stored.size(),
        acknowledged.cardinality() - confirmed,
        stored.size() - copies.size(),
        copies.size() - confirmed,
        hasGaps(stored) ? 1 : 0);
  }

  private static boolean hasGaps(List<StoredMessage> stored) {
    return IntStream.range(0, stored.size()).anyMatch(i -> stored.get(i).seq() != i + 1);
  }
}
