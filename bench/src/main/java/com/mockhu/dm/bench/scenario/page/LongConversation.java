package com.mockhu.dm.bench.scenario.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Database;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.series.Contender;
import com.mockhu.dm.bench.talk.ClosedTalk;
import com.mockhu.dm.bench.talk.Lane;
import com.mockhu.dm.bench.talk.Talk;
import com.mockhu.dm.bench.talk.Writer;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.socket.HttpLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A conversation with a long history and its reader.
 *
 * <p>Its messages are inserted by SQL, because sending a million would take longer than the
 * measurement of reading. The rows equal those of sent and read messages.
 */
public final class LongConversation {
  private static final int PAGE = 50;

  private final Bench bench;
  private final Person reader;
  private final UUID id;
  private final int messages;

  private LongConversation(Bench bench, Person reader, UUID id, int messages) {
    this.bench = bench;
    this.reader = reader;
    this.id = id;
    this.messages = messages;
  }

  public static LongConversation of(Bench bench, int messages) {
    List<Person> people = bench.directory().newPeople(2);
    UUID id = bench.directory().openConversation(people.get(1), people.get(0));
    Database database = bench.requiredDatabase();
    write(database, id, people.get(1), messages);
    read(database, id, people.get(0), messages);
    // Or the automatic one would come while pages are being measured.
    database.change("VACUUM ANALYZE messages, reads");
    return new LongConversation(bench, people.get(0), id, messages);
  }

  private static void write(Database database, UUID id, Person writer, int messages) {
    database.change(
        """
        INSERT INTO messages (id, conversation_id, seq, sender_id, message_type, content,
                              client_message_id, created_at)
        SELECT gen_random_uuid(), a.conversation, n, a.writer, 'text',
               rpad('message ' || n, 64, '.'), gen_random_uuid(),
               now() - (a.count - n) * interval '1 second'
          FROM (SELECT ?::uuid AS conversation, ?::uuid AS writer, ?::int AS count) a,
               generate_series(1, a.count) n
         ORDER BY n""",
        id,
        writer.id(),
        messages);
    database.change(
        """
        UPDATE conversations c
           SET last_seq = m.seq, last_message_seq = m.seq, last_message_id = m.id, last_message_type = m.message_type,
               last_message_text = m.content, last_message_sender_id = m.sender_id,
               last_message_at = m.created_at
          FROM messages m
         WHERE c.id = ?::uuid AND m.conversation_id = c.id AND m.seq = ?::int""",
        id,
        messages);
  }

  private static void read(Database database, UUID id, Person reader, int messages) {
    database.change(
        """
        INSERT INTO reads (conversation_id, user_id, from_seq, up_to_seq, read_at)
        VALUES (?, ?, 1, ?, now())""",
        id,
        reader.id(),
        messages);
    database.change(
        "UPDATE participants SET delivered_seq = ?, read_seq = ? WHERE conversation_id = ?",
        messages,
        messages,
        id);
  }

  private String newest() {
    return "/v1/conversations/%s/messages?limit=%d&mark_read=false".formatted(id, PAGE);
  }

  private String middle() {
    String place =
        bench
            .requiredDatabase()
            .texts(
                "SELECT id::text FROM messages WHERE conversation_id = ? AND seq = ?",
                id,
                (long) middleSeq())
            .getFirst();
    return newest() + "&before_id=" + place;
  }

  private int middleSeq() {
    return messages / 2 + 1;
  }

  public Contender.Pages readers(int count) {
    return new Contender.Pages(readers(newest(), count), readers(middle(), count));
  }

  private Talk readers(String path, int count) {
    Lane lane = new Lane(bench.sockets().nextLoop());
    byte[] request = HttpLine.get(path, reader.token());
    List<Writer> readers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      HttpLine line = bench.sockets().openHttp(lane.loop()).join();
      readers.add(new PageReader(lane, line, request));
    }
    return new ClosedTalk(Map.of(lane, readers));
  }

  /** Reads both pages once more and looks at every message of them. */
  public Verification verify() {
    return compare(newest(), messages).plus(compare(middle(), middleSeq() - 1));
  }

  private Verification compare(String path, int highest) {
    JsonNode page = bench.directory().read(reader, path).path("messages");
    int expected = Math.min(PAGE, highest);
    long right =
        IntStream.range(0, Math.min(page.size(), expected))
            .filter(i -> isMessage(page.get(i), highest - i))
            .count();
    return new Verification(expected, page.size(), expected - right, 0, 0, 0);
  }

  private static boolean isMessage(JsonNode message, int seq) {
    return message.path("seq").asInt() == seq
        && message.path("content").asText().startsWith("message " + seq + ".");
  }
}
