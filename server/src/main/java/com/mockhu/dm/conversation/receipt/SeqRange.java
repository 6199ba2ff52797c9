package com.mockhu.dm.conversation.receipt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Message numbers of one conversation, both ends included. */
public record SeqRange(long from, long upTo) {

  public static SeqRange of(long seq) {
    return new SeqRange(seq, seq);
  }

  /** A few ranges around the numbers: those no further apart than {@code distance} share one. */
  public static List<SeqRange> around(Collection<Long> seqs, long distance) {
    List<SeqRange> ranges = new ArrayList<>();
    for (long seq : new TreeSet<>(seqs)) {
      if (ranges.isEmpty() || ranges.getLast().upTo + distance < seq) {
        ranges.add(of(seq));
      } else {
        ranges.add(new SeqRange(ranges.removeLast().from, seq));
      }
    }
    return ranges;
  }

  boolean isEmpty() {
    return from > upTo;
  }

  public boolean contains(long seq) {
    return from <= seq && seq <= upTo;
  }

  /** The same numbers in order, in as few ranges as possible: neighbours become one. */
  static List<SeqRange> union(Collection<SeqRange> ranges) {
    List<SeqRange> union = new ArrayList<>();
    ranges.stream()
        .filter(range -> !range.isEmpty())
        .sorted(Comparator.comparingLong(SeqRange::from))
        .forEach(range -> append(union, range));
    return union;
  }

  private static void append(List<SeqRange> union, SeqRange next) {
    if (union.isEmpty() || union.getLast().upTo + 1 < next.from) {
      union.add(next);
    } else {
      SeqRange last = union.removeLast();
      union.add(new SeqRange(last.from, Math.max(last.upTo, next.upTo)));
    }
  }

  /** What is left of this range without those, in order. */
  List<SeqRange> without(Collection<SeqRange> taken) {
    List<SeqRange> left = new ArrayList<>();
    long next = from;
    for (SeqRange each : union(taken)) {
      if (each.upTo >= next && each.from <= upTo) {
        left.add(new SeqRange(next, each.from - 1));
        next = each.upTo + 1;
      }
    }
    left.add(new SeqRange(next, upTo));
    left.removeIf(SeqRange::isEmpty);
    return left;
  }
}
