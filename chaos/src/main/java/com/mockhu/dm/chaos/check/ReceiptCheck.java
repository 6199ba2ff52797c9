package com.mockhu.dm.chaos.check;

import com.mockhu.dm.chaos.check.Anomaly.Kind;
import com.mockhu.dm.chaos.history.Operation;
import com.mockhu.dm.chaos.history.Outcome;
import java.util.List;
import java.util.stream.Stream;

/** An acknowledged reading reads that message, or all that its reader had seen by then. */
final class ReceiptCheck {
  private ReceiptCheck() {}

  static Stream<Anomaly> run(Evidence evidence) {
    return evidence.history().operations().stream()
        .filter(each -> each.outcome() instanceof Outcome.Ok)
        .flatMap(read -> unread(read, evidence));
  }

  private static Stream<Anomaly> unread(Operation read, Evidence evidence) {
    List<Stored> history =
        evidence
            .people()
            .get(read.person())
            .histories()
            .getOrDefault(read.conversation(), List.of());
    return history.stream()
        .filter(each -> isMeant(read, each) && each.isUnreadFor(read.person()))
        .map(each -> new Anomaly(Kind.LOST, read.device() + " read it, and it is unread: " + each));
  }

  private static boolean isMeant(Operation operation, Stored message) {
    return switch (operation.kind()) {
      case READ -> message.seq() <= operation.seq();
      case READ_ONE -> message.id().equals(operation.subject());
      case SEND, DELETE -> false;
    };
  }
}
