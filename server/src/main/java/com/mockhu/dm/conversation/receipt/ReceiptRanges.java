package com.mockhu.dm.conversation.receipt;

import com.mockhu.dm.conversation.participant.ParticipantKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** The ranges found for some people and messages; it says nothing about others. */
public final class ReceiptRanges {
  /** For messages that are not stored yet. */
  public static final ReceiptRanges NONE = new ReceiptRanges();

  private final Map<ParticipantKey, NavigableMap<Long, ReadRange>> reads = new HashMap<>();
  private final Map<ParticipantKey, NavigableMap<Long, SeqRange>> deliveries = new HashMap<>();

  ReceiptRanges() {}

  void add(ParticipantKey whose, ReadRange range) {
    reads.computeIfAbsent(whose, side -> new TreeMap<>()).put(range.seqs().upTo(), range);
  }

  void add(ParticipantKey whose, SeqRange delivered) {
    deliveries.computeIfAbsent(whose, side -> new TreeMap<>()).put(delivered.upTo(), delivered);
  }

  /** When the person read the message; null if they have not. */
  public Instant readAt(UUID conversationId, UUID userId, long seq) {
    ReadRange range = covering(conversationId, userId, seq);
    return range == null ? null : range.readAt();
  }

  /** Whether the message is settled for the person: read, or deleted before they read it. */
  public boolean isSettled(UUID conversationId, UUID userId, long seq) {
    return covering(conversationId, userId, seq) != null;
  }

  private ReadRange covering(UUID conversationId, UUID userId, long seq) {
    var ranges = reads.get(new ParticipantKey(conversationId, userId));
    var next = ranges == null ? null : ranges.ceilingEntry(seq);
    return next == null || !next.getValue().seqs().contains(seq) ? null : next.getValue();
  }

  /** Whether the message reached the person while an earlier one did not. */
  public boolean isDelivered(UUID conversationId, UUID userId, long seq) {
    var ranges = deliveries.get(new ParticipantKey(conversationId, userId));
    var next = ranges == null ? null : ranges.ceilingEntry(seq);
    return next != null && next.getValue().contains(seq);
  }

  /** These and those that the person has just read. */
  public ReceiptRanges with(ParticipantKey whose, Collection<SeqRange> read, Instant readAt) {
    return with(whose, read, readAt, List.of());
  }

  /** As the other, with delivered ranges as well. */
  public ReceiptRanges with(
      ParticipantKey whose,
      Collection<SeqRange> read,
      Instant readAt,
      Collection<SeqRange> delivered) {
    if (read.isEmpty() && delivered.isEmpty()) {
      return this;
    }
    ReceiptRanges all = new ReceiptRanges();
    reads.forEach((side, ranges) -> all.reads.put(side, new TreeMap<>(ranges)));
    deliveries.forEach((side, ranges) -> all.deliveries.put(side, new TreeMap<>(ranges)));
    read.forEach(seqs -> all.add(whose, new ReadRange(seqs, readAt)));
    delivered.forEach(seqs -> all.add(whose, seqs));
    return all;
  }

  public List<ReadRange> reads(ParticipantKey whose) {
    var ranges = reads.get(whose);
    return ranges == null ? List.of() : new ArrayList<>(ranges.values());
  }

  public List<SeqRange> deliveries(ParticipantKey whose) {
    var ranges = deliveries.get(whose);
    return ranges == null ? List.of() : new ArrayList<>(ranges.values());
  }
}
