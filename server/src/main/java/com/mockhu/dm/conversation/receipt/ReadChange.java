package com.mockhu.dm.conversation.receipt;

import com.mockhu.dm.conversation.participant.Participant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What it changes when one person reads messages of a conversation. A pure decision in two steps,
 * between which the messages are counted: {@link #parts} asks, {@link Decided} answers.
 *
 * @param stretches what is read, in order; between the ends of each nothing stays unread
 */
public record ReadChange(Participant reader, long lastSeq, List<Stretch> stretches) {

  /** What is asked for: everything up to a number, a page, or one message. */
  public sealed interface Wish {
    /** All that waits up to a number, which may be larger than any there is. */
    record UpTo(long seq) implements Wish {}

    /** A page of history: the messages between its ends were all shown. */
    record Page(SeqRange seqs) implements Wish {}

    record One(long seq) implements Wish {}
  }

  /**
   * @param parts those that were in no range before
   * @param isPage whether it may be told as the reading of the whole conversation although it was
   *     not asked for as such
   */
  private record Stretch(SeqRange seqs, List<SeqRange> parts, boolean isUpTo, boolean isPage) {}

  /** The incoming messages of one part that wait to be read; {@code newest} is null for none. */
  public record Waiting(int count, long firstSeq, MessageRef newest) {}

  /**
   * One event.
   *
   * @param firstSeq number of the first message that it stands for
   * @param newest the last of them
   * @param isWhole nothing is left unread
   */
  public record Told(long firstSeq, MessageRef newest, boolean isWhole) {}

  /**
   * @param ranges to be stored, without their time
   * @param readSeq the new position; 0 to leave it
   */
  public record Decided(List<SeqRange> ranges, int fewerUnread, long readSeq, List<Told> told) {}

  /**
   * @param known the reader's ranges that touch what is read
   */
  public static ReadChange of(
      Participant reader, long lastSeq, Collection<Wish> wishes, Collection<ReadRange> known) {
    List<SeqRange> upTo = new ArrayList<>();
    List<SeqRange> pages = new ArrayList<>();
    List<SeqRange> all = new ArrayList<>();
    for (Wish wish : wishes) {
      SeqRange seqs = seqs(reader, lastSeq, wish);
      all.add(seqs);
      switch (wish) {
        case Wish.UpTo _ -> upTo.add(seqs);
        case Wish.Page _ -> pages.add(seqs);
        case Wish.One _ -> {}
      }
    }
    List<SeqRange> taken = known.stream().map(ReadRange::seqs).toList();
    return new ReadChange(
        reader,
        lastSeq,
        SeqRange.union(all).stream()
            .map(each -> stretch(each, taken, upTo, pages))
            .filter(stretch -> !stretch.parts.isEmpty())
            .toList());
  }

  private static Stretch stretch(
      SeqRange seqs, List<SeqRange> taken, List<SeqRange> upTo, List<SeqRange> pages) {
    return new Stretch(
        seqs,
        seqs.without(taken),
        upTo.stream().anyMatch(each -> !each.isEmpty() && seqs.contains(each.from())),
        pages.stream().anyMatch(each -> !each.isEmpty() && seqs.contains(each.from())));
  }

  /** The numbers that a wish is about, without what the reader deleted or has passed. */
  public static SeqRange seqs(Participant reader, long lastSeq, Wish wish) {
    long cleared = reader.clearedSeq();
    return switch (wish) {
      case Wish.UpTo upTo ->
          new SeqRange(Math.max(reader.readSeq(), cleared) + 1, Math.min(upTo.seq, lastSeq));
      case Wish.Page page ->
          new SeqRange(
              Math.max(page.seqs.from(), cleared + 1), Math.min(page.seqs.upTo(), lastSeq));
      case Wish.One one ->
          one.seq > cleared && one.seq <= lastSeq ? SeqRange.of(one.seq) : new SeqRange(1, 0);
    };
  }

  /** The ranges in which messages have to be counted, in order. */
  public List<SeqRange> parts() {
    return stretches.stream().flatMap(stretch -> stretch.parts.stream()).toList();
  }

  /**
   * @param waiting what waits in each of {@link #parts}, in their order
   */
  public Decided decide(List<Waiting> waiting) {
    int fewer = waiting.stream().mapToInt(Waiting::count).sum();
    boolean isAll = fewer > 0 && fewer == reader.unreadCount();
    List<SeqRange> ranges = new ArrayList<>();
    List<Told> told = new ArrayList<>();
    int next = 0;
    for (Stretch stretch : stretches) {
      List<Waiting> own = waiting.subList(next, next + stretch.parts.size());
      next += stretch.parts.size();
      for (int i = 0; i < own.size(); i++) {
        if (own.get(i).count > 0) {
          ranges.add(stretch.parts.get(i));
        }
      }
      told(stretch, own, isAll, told);
    }
    return new Decided(ranges, fewer, readSeq(isAll), told);
  }

  private void told(Stretch stretch, List<Waiting> own, boolean isAll, List<Told> told) {
    int count = own.stream().mapToInt(Waiting::count).sum();
    if (count == 0) {
      return;
    }
    boolean isWhole =
        isAll && count == reader.unreadCount() && (stretch.isUpTo || stretch.isPage && count > 1);
    List<Waiting> some = own.stream().filter(part -> part.count > 0).toList();
    long first = isWhole ? reader.clearedSeq() + 1 : some.getFirst().firstSeq;
    told.add(new Told(first, some.getLast().newest, isWhole));
  }

  /** Where nothing waits any more, all is passed; else what was read without a gap. */
  private long readSeq(boolean isAll) {
    if (isAll) {
      return lastSeq;
    }
    long position = Math.max(reader.readSeq(), reader.clearedSeq());
    long passed = 0;
    for (Stretch stretch : stretches) {
      if (stretch.seqs.from() <= position + 1) {
        position = Math.max(position, stretch.seqs.upTo());
        passed = position;
      }
    }
    return passed;
  }
}
