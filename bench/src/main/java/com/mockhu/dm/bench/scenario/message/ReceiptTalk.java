package com.mockhu.dm.bench.scenario.message;

import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Database;
import com.mockhu.dm.bench.run.Ledger;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.talk.Lane;
import com.mockhu.dm.bench.talk.Sender;
import com.mockhu.dm.bench.talk.Talk;
import com.mockhu.dm.bench.talk.Tally;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.socket.ClientMessageIds;
import com.mockhu.dm.bench.wire.socket.MessageTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Pairs of whom one writes and the other acknowledges in one mode. */
record ReceiptTalk(ReceiptMode mode, Map<Lane, List<Sender>> writers) implements Talk {

  static ReceiptTalk between(Bench bench, int pairs, ReceiptMode mode) {
    Lane lane = new Lane(bench.sockets().nextLoop());
    List<Sender> senders = new ArrayList<>();
    List<Person> people = bench.directory().newPeople(2 * pairs);
    for (int i = 0; i < pairs; i++) {
      senders.add(connect(bench, lane, mode, people.get(2 * i), people.get(2 * i + 1)));
    }
    return new ReceiptTalk(mode, Map.of(lane, senders));
  }

  private static Sender connect(
      Bench bench, Lane lane, ReceiptMode mode, Person writer, Person reader) {
    UUID conversation = bench.directory().openConversation(writer, reader);
    ClientMessageIds ids = new ClientMessageIds(ThreadLocalRandom.current().nextLong());
    int length = bench.options().count("content-length", 64);
    MessageTemplate template =
        new MessageTemplate(conversation, ids, Math.max(MessageTemplate.STAMP_DIGITS, length));
    Sender sender = new Sender(lane, new Ledger(conversation, ids), template, false);
    ReceiptReader receiving = new ReceiptReader(lane, mode, conversation, sender);
    receiving.attach(bench.sockets().open(reader, lane.loop(), receiving).join());
    sender.attach(bench.sockets().open(writer, lane.loop(), sender).join());
    return sender;
  }

  @Override
  public void startClosedLoop(int outstanding) {
    Talk.super.startClosedLoop(mode.batch());
  }

  /**
   * A refusal leaves its batch without a confirmation, which counts as unsettled until the patience
   * of the drain ends.
   */
  @Override
  public boolean isSettled(Tally total) {
    return total.sent == total.acknowledged && total.acknowledged == total.delivered;
  }

  /** Compares each conversation with its ledger, and looks for unread messages among those read. */
  Verification verify(Database database) {
    Verification verification = Verification.NOTHING;
    for (List<Sender> senders : writers.values()) {
      for (Sender sender : senders) {
        Ledger ledger = sender.ledger();
        verification =
            verification
                .plus(ledger.compare(database.messages(ledger.conversation())))
                .plus(new Verification(0, 0, 0, 0, 0, unread(database, ledger.conversation())));
      }
    }
    return verification;
  }

  private long unread(Database database, UUID conversation) {
    return mode.kind() == ReceiptMode.Kind.NONE
        ? 0
        : database.number(
            "SELECT count(*) FROM participants WHERE conversation_id = ? AND unread_count <> 0",
            conversation);
  }
}
