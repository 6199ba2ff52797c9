package com.mockhu.dm.bench.scenario.peer;

import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.measure.ResidentMemory;
import com.mockhu.dm.bench.run.Database;
import com.mockhu.dm.bench.run.Options;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.series.Contender;
import com.mockhu.dm.bench.series.SilentCrowd;
import com.mockhu.dm.bench.talk.ClosedTalk;
import com.mockhu.dm.bench.talk.Talk;
import com.mockhu.dm.bench.talk.Writer;
import com.mockhu.dm.bench.wire.socket.MessageTemplate;
import com.mockhu.dm.bench.wire.xmpp.Account;
import com.mockhu.dm.bench.wire.xmpp.ArchiveQuery;
import com.mockhu.dm.bench.wire.xmpp.ChatTemplate;
import com.mockhu.dm.bench.wire.xmpp.XmppClient;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** A peer that speaks XMPP and archives into a PostgreSQL of its own. */
final class XmppServer implements Contender {
  private static final int PAGE = 50;
  private static final int ROWS_OF_A_MESSAGE = 2;

  private final Dialect dialect;
  private final Options options;
  private final XmppClient client;
  private final Database database;
  private long rowsFilled;

  private XmppServer(
      Dialect dialect, Options options, InetSocketAddress address, Database database) {
    this.dialect = dialect;
    this.options = options;
    this.client = new XmppClient(address, 1);
    this.database = database;
  }

  /** The peer as the options name it. */
  static XmppServer of(Dialect dialect, Options options) {
    String name = dialect.name();
    String[] address = options.required(name).split(":");
    XmppServer server =
        new XmppServer(
            dialect,
            options,
            new InetSocketAddress(address[0], Integer.parseInt(address[1])),
            Database.connect(options.required(name + "-database-url")));
    server.wake();
    return server;
  }

  /** Prosody creates its tables at the first sign-in attempt. */
  private void wake() {
    try {
      new SharedLane(client).open(new Account("nobody", "nothing"));
    } catch (CompletionException _) {
      // Expected: the account does not exist.
    }
  }

  @Override
  public String name() {
    return dialect.name();
  }

  @Override
  public String version() {
    return options.text(name() + "-version").orElse("unknown");
  }

  private OptionalLong server() {
    return options.pid(name() + "-pid");
  }

  @Override
  public ProcessorTime.Meter meter() {
    return ProcessorTime.Meter.of(server(), options.pid(name() + "-postgres-pid"));
  }

  @Override
  public Map<String, String> database() {
    return database.settings();
  }

  @Override
  public Talk pairs(int pairs, boolean isClosedLoop) {
    String prefix = people(2 * pairs);
    int length = Math.max(MessageTemplate.STAMP_DIGITS, options.count("content-length", 64));
    SharedLane circle = new SharedLane(client);
    List<Writer> senders = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      Account reader = Dialect.account(prefix, 2 * i + 1);
      ChatTemplate template = new ChatTemplate(reader.fullAddress(), length);
      ChatSender sender = new ChatSender(circle.lane(), template, isClosedLoop);
      circle.open(reader, new ChatRecipient(circle.lane(), sender));
      sender.attach(circle.open(Dialect.account(prefix, 2 * i), sender));
      senders.add(sender);
    }
    return new ClosedTalk(Map.of(circle.lane(), senders));
  }

  @Override
  public SilentCrowd gather(int sockets) {
    String prefix = people(sockets);
    List<Account> accounts =
        IntStream.range(0, sockets).mapToObj(i -> Dialect.account(prefix, i)).toList();
    return Audience.gather(client, accounts);
  }

  @Override
  public Pages history(int messages, int readers) {
    String prefix = people(2);
    Account reader = Dialect.account(prefix, 0);
    Account writer = Dialect.account(prefix, 1);
    database.change(dialect.archive(), messages, reader.name(), writer.name());
    database.change("VACUUM ANALYZE");
    rowsFilled += (long) ROWS_OF_A_MESSAGE * messages;
    String middle = database.texts(dialect.place(), reader.name(), messages / 2).getFirst();
    return new Pages(
        readers(reader, ArchiveQuery.page(writer.bareAddress(), PAGE, ""), "newest", readers),
        readers(reader, ArchiveQuery.page(writer.bareAddress(), PAGE, middle), "middle", readers));
  }

  private Talk readers(Account account, byte[] query, String device, int count) {
    SharedLane circle = new SharedLane(client);
    List<Writer> readers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ArchiveReader reader = new ArchiveReader(circle.lane(), query, PAGE);
      reader.attach(circle.open(account.on(device + i), reader));
      readers.add(reader);
    }
    return new ClosedTalk(Map.of(circle.lane(), readers));
  }

  private String people(int count) {
    String prefix = "p" + UUID.randomUUID().toString().substring(0, 8) + "_";
    database.change(dialect.accounts(), prefix, Dialect.account("", 0).password(), count);
    return prefix;
  }

  @Override
  public void settle() {
    database.change("CHECKPOINT");
  }

  @Override
  public double memory() {
    return ResidentMemory.kibibytes(server());
  }

  /** Rows have no client key, so they can only be counted. */
  @Override
  public Audit audit(long delivered) {
    long rows = database.number(dialect.rows()) - rowsFilled;
    long missing = Math.max(0, ROWS_OF_A_MESSAGE * delivered - rows);
    return new Audit(
        new Verification(0, 0, missing, 0, 0, 0),
        "%s: %,d delivered, %,d rows in the archive (one for each side)%s"
            .formatted(name(), delivered, rows, missing == 0 ? "" : ": ROWS ARE MISSING"));
  }

  @Override
  public void close() {
    client.close();
    database.close();
  }
}
