package com.mockhu.dm.bench.talk;

import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Database;
import com.mockhu.dm.bench.run.Ledger;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.socket.ClientMessageIds;
import com.mockhu.dm.bench.wire.socket.MessageTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Pairs of people, connected and ready to talk. */
public final class Traffic implements Talk {
  private final Bench bench;
  private final boolean isClosedLoop;
  private final int contentLength;
  private final Map<Lane, List<Sender>> senders = new LinkedHashMap<>();
  private final List<Person> readers = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();

  private Traffic(Bench bench, boolean isClosedLoop, int contentLength) {
    this.bench = bench;
    this.isClosedLoop = isClosedLoop;
    this.contentLength = Math.max(MessageTemplate.STAMP_DIGITS, contentLength);
  }

  /** Makes the people, their conversations and their sockets. */
  public static Traffic between(Bench bench, int pairs, boolean isClosedLoop) {
    return between(bench, pairs, isClosedLoop, bench.options().count("content-length", 64));
  }

  public static Traffic between(Bench bench, int pairs, boolean isClosedLoop, int contentLength) {
    Traffic traffic = new Traffic(bench, isClosedLoop, contentLength);
    traffic.openLanes();
    List<Person> people = bench.directory().newPeople(2 * pairs);
    for (int i = 0; i < pairs; i++) {
      traffic.connect(people.get(2 * i), people.get(2 * i + 1), i);
    }
    bench.say(pairs + " pairs are connected");
    return traffic;
  }

  private void openLanes() {
    for (int i = 0; i < bench.options().count("threads", 1); i++) {
      Lane lane = new Lane(bench.sockets().nextLoop());
      lanes.add(lane);
      senders.put(lane, new ArrayList<>());
    }
  }

  private void connect(Person writer, Person reader, int number) {
    Lane lane = lanes.get(number % lanes.size());
    UUID conversation = bench.directory().openConversation(writer, reader);
    ClientMessageIds ids = new ClientMessageIds(ThreadLocalRandom.current().nextLong());
    Sender sender =
        new Sender(
            lane,
            new Ledger(conversation, ids),
            new MessageTemplate(conversation, ids, contentLength),
            isClosedLoop);
    readers.add(reader);
    bench.sockets().open(reader, lane.loop(), new Recipient(lane)).join();
    sender.attach(bench.sockets().open(writer, lane.loop(), sender).join());
    senders.get(lane).add(sender);
  }

  /** The people who are written to. */
  public List<Person> readers() {
    return readers;
  }

  public Map<Lane, List<Sender>> senders() {
    return senders;
  }

  @Override
  public Map<Lane, List<Sender>> writers() {
    return senders;
  }

  @Override
  public boolean isSettled(Tally total) {
    return total.sent == total.acknowledged + total.refused
        && total.acknowledged == total.delivered;
  }

  /** Compares every conversation with its ledger; the traffic must have drained. */
  public Verification verify(Database database) {
    return senders.values().stream()
        .flatMap(List::stream)
        .map(Sender::ledger)
        .map(ledger -> ledger.compare(database.messages(ledger.conversation())))
        .reduce(Verification.NOTHING, Verification::plus);
  }
}
