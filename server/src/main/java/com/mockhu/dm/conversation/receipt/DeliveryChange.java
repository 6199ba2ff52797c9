package com.mockhu.dm.conversation.receipt;

import com.mockhu.dm.conversation.participant.Participant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What it changes when messages reach one person. The position moves over what has arrived without
 * a gap; what lies beyond a gap is kept as ranges, so that nothing is called delivered that was
 * not.
 *
 * <p>A pure decision in two steps: {@link #gaps} asks where an incoming message may be missing,
 * {@link #decide} is told the first that is.
 *
 * @param fresh the messages that were not known to have arrived, in order
 * @param beyond the delivered ranges that are stored
 */
public record DeliveryChange(
    Participant recipient, List<MessageRef> fresh, List<SeqRange> gaps, List<SeqRange> beyond) {

  /**
   * @param position the new position; 0 to leave it
   * @param removed stored ranges that the position has passed or that became part of another
   * @param added ranges to store
   * @param told each stands for itself, or at or before the position for all of its sender's before
   */
  public record Decided(
      long position, List<SeqRange> removed, List<SeqRange> added, List<MessageRef> told) {}

  /** The numbers of which the stored ranges have to be known. */
  public static SeqRange span(Participant recipient, Collection<MessageRef> arrived) {
    long newest = arrived.stream().mapToLong(MessageRef::seq).max().orElse(0);
    return new SeqRange(known(recipient) + 1, newest + 1);
  }

  /** {@code ranges}: at least those that touch {@link #span}. */
  public static DeliveryChange of(
      Participant recipient,
      Collection<MessageRef> arrived,
      Collection<ReadRange> reads,
      Collection<SeqRange> deliveries) {
    List<SeqRange> covered = new ArrayList<>(deliveries);
    reads.stream().filter(ReadRange::isRead).map(ReadRange::seqs).forEach(covered::add);
    List<MessageRef> fresh =
        arrived.stream()
            .filter(each -> each.seq() > recipient.deliveredSeq())
            .filter(each -> covered.stream().noneMatch(range -> range.contains(each.seq())))
            .distinct()
            .sorted(Comparator.comparingLong(MessageRef::seq))
            .toList();
    if (fresh.isEmpty()) {
      return new DeliveryChange(recipient, fresh, List.of(), List.of());
    }
    fresh.forEach(each -> covered.add(SeqRange.of(each.seq())));
    List<SeqRange> gaps =
        new SeqRange(known(recipient) + 1, fresh.getLast().seq()).without(covered);
    return new DeliveryChange(recipient, fresh, gaps, List.copyOf(deliveries));
  }

  /**
   * Nothing up to here can be missing. What was read has arrived, but what was deleted unread with
   * the conversation counts as read without having arrived.
   */
  private static long known(Participant recipient) {
    return recipient.clearedSeq() > recipient.deliveredSeq()
        ? recipient.deliveredSeq()
        : Math.max(recipient.deliveredSeq(), recipient.readSeq());
  }

  /** {@code missing}: the first incoming message in one of {@link #gaps}; null when none is. */
  public Decided decide(Long missing) {
    if (fresh.isEmpty()) {
      return new Decided(0, List.of(), List.of(), List.of());
    }
    long gap = missing == null ? Long.MAX_VALUE : missing;
    long position = position(gap);
    List<SeqRange> left = new ArrayList<>();
    for (SeqRange range : beyond) {
      left.add(new SeqRange(Math.max(range.from(), position + 1), range.upTo()));
    }
    for (MessageRef each : fresh) {
      if (each.seq() > gap) {
        left.add(SeqRange.of(each.seq()));
      }
    }
    List<SeqRange> stored = SeqRange.union(left);
    return new Decided(
        position,
        beyond.stream().filter(range -> !stored.contains(range)).toList(),
        stored.stream().filter(range -> !beyond.contains(range)).toList(),
        told(gap));
  }

  /** Also over ranges that the newest one closes up with. */
  private long position(long gap) {
    long position =
        fresh.stream().mapToLong(MessageRef::seq).filter(seq -> seq < gap).max().orElse(0);
    for (SeqRange range : SeqRange.union(beyond)) {
      if (position > 0 && range.from() <= position + 1) {
        position = Math.max(position, range.upTo());
      }
    }
    return position;
  }

  private List<MessageRef> told(long gap) {
    Map<UUID, MessageRef> newestOfSender = new HashMap<>();
    List<MessageRef> told = new ArrayList<>();
    for (MessageRef each : fresh) {
      if (each.seq() > gap) {
        told.add(each);
      } else {
        newestOfSender.put(each.senderId(), each);
      }
    }
    told.addAll(newestOfSender.values());
    told.sort(Comparator.comparingLong(MessageRef::seq));
    return told;
  }
}
