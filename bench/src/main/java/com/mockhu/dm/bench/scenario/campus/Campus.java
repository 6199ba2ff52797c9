package com.mockhu.dm.bench.scenario.campus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Database;
import com.mockhu.dm.bench.run.Ledger;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.talk.Lane;
import com.mockhu.dm.bench.talk.Recipient;
import com.mockhu.dm.bench.talk.Sender;
import com.mockhu.dm.bench.talk.Talk;
import com.mockhu.dm.bench.talk.Tally;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.socket.ClientMessageIds;
import com.mockhu.dm.bench.wire.socket.HttpLine;
import com.mockhu.dm.bench.wire.socket.MessageTemplate;
import com.mockhu.dm.bench.wire.socket.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The people of {@code mixed}; all of them live on one lane. */
final class Campus implements Talk {
  private static final int LINES = 8;
  private static final int SHIFT = 37;

  final Bench bench;
  final Lane lane;
  private final List<Activity> plan = Activity.hundred();
  private final List<ChatPair> pairs = new ArrayList<>();
  private final List<Ledger> ledgers = new ArrayList<>();
  private final List<HttpLine> lines = new ArrayList<>();
  OperationLog diary = new OperationLog();
  private int done;

  private Campus(Bench bench) {
    this.bench = bench;
    this.lane = new Lane(bench.sockets().nextLoop());
  }

  static Campus of(Bench bench, int pairs) {
    Campus campus = new Campus(bench);
    for (int i = 0; i < LINES; i++) {
      campus.lines.add(bench.sockets().openHttp(campus.lane.loop()).join());
    }
    List<Person> people = bench.directory().newPeople(2 * pairs);
    for (int i = 0; i < pairs; i++) {
      campus.settle(people.get(2 * i), people.get(2 * i + 1));
    }
    return campus;
  }

  private void settle(Person writer, Person reader) {
    UUID conversation = bench.directory().openConversation(writer, reader);
    ClientMessageIds ids = new ClientMessageIds(ThreadLocalRandom.current().nextLong());
    Ledger ledger = new Ledger(conversation, ids);
    MessageTemplate template =
        new MessageTemplate(conversation, ids, bench.options().count("content-length", 64));
    Sender sender = new Sender(lane, ledger, template, false);
    Socket reading =
        bench
            .sockets()
            .open(reader, lane.loop(), new ReceivingSide(this, new Recipient(lane)))
            .join();
    Socket writing =
        bench.sockets().open(writer, lane.loop(), new ReceivingSide(this, sender)).join();
    sender.attach(writing);
    ledgers.add(ledger);
    pairs.add(new ChatPair(this, conversation, reader, sender, writing, reading));
  }

  /**
   * The next operation. Shifted after each hundred, so that each pair performs every kind of
   * operation.
   */
  Activity next() {
    int hundreds = done / plan.size();
    return plan.get((done++ + SHIFT * hundreds) % plan.size());
  }

  /** Alternates between inbox and history. */
  boolean isInboxTurn() {
    return done / plan.size() % 2 == 0;
  }

  HttpLine line() {
    return lines.get(done % lines.size());
  }

  /** A small text file, as a form (RFC 7578). */
  static byte[] upload(String token) {
    String form =
        """
        --bench\r
        Content-Disposition: form-data; name="type"\r
        \r
        file\r
        --bench\r
        Content-Disposition: form-data; name="files"; filename="notes.txt"\r
        Content-Type: text/plain\r
        \r
        %s\r
        --bench--\r
        """
            .formatted("Notes of the lecture. ".repeat(1000));
    return HttpLine.post(
        "/v1/messages/upload",
        token,
        "multipart/form-data; boundary=bench",
        form.getBytes(US_ASCII));
  }

  OperationLog cutDiary() {
    return lane.call(
        () -> {
          OperationLog finished = diary;
          diary = new OperationLog();
          return finished;
        });
  }

  @Override
  public Map<Lane, List<ChatPair>> writers() {
    return Map.of(lane, pairs);
  }

  @Override
  public boolean isSettled(Tally total) {
    return total.sent == total.acknowledged + total.refused
        && total.acknowledged == total.delivered;
  }

  Verification verify(Database database) {
    return ledgers.stream()
        .map(ledger -> ledger.compare(database.messages(ledger.conversation())))
        .reduce(Verification.NOTHING, Verification::plus);
  }
}
