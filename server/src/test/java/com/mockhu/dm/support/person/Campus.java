package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.app.Cluster;
import com.mockhu.dm.app.Server;
import com.mockhu.dm.app.Timers;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Http;
import com.mockhu.dm.support.http.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A running server with a database of its own, and the people who come to it. */
public final class Campus implements AutoCloseable {
  public static final String SECRET = "a-secret-that-only-the-tests-know-0123456789";

  /** The password of all registered people. */
  public static final String PASSWORD = "correct horse";

  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private final String database;
  private final int port;
  private final Runnable end;
  private final Http http;
  private final String serviceToken = Token.ofService().mint();

  private Campus(String database, int port, Runnable end) {
    this.database = database;
    this.port = port;
    this.end = end;
    this.http = new Http(port);
  }

  /** A server that runs already, in another process; {@code end} is how to stop it. */
  public static Campus at(int port, Runnable end) {
    return new Campus(null, port, end);
  }

  /** Rate limits are off unless {@code settings} say otherwise. */
  public static Campus start(Map<String, String> settings) {
    return on(TestCluster.createDatabase(), settings);
  }

  /** As {@link #start}, where time passes for presence and typing only as the test lets it. */
  public static Campus start(Map<String, String> settings, Scheduler scheduler) {
    return on(TestCluster.createDatabase(), settings, passing(scheduler));
  }

  /** As {@link #start}, on a database that may be shared with another server. */
  public static Campus on(String databaseUrl, Map<String, String> settings) {
    return on(databaseUrl, settings, Timers.system());
  }

  /** As {@link Timers#system}, but for presence and typing. */
  public static Timers passing(Scheduler presence) {
    return new Timers(presence, Timers.system().heartbeat());
  }

  public static Campus on(String databaseUrl, Map<String, String> settings, Timers timers) {
    Map<String, String> all = new HashMap<>(defaults());
    all.put("DM_DATABASE_URL", databaseUrl);
    all.putAll(settings);
    Server server = Server.start(Environment.of(all), timers);
    return new Campus(databaseUrl, server.port(), server::close);
  }

  /** One of several servers over one database, which hear from each other. */
  public static Campus on(String databaseUrl, Cluster cluster, Timers timers) {
    Map<String, String> all = new HashMap<>(defaults());
    all.put("DM_DATABASE_URL", databaseUrl);
    Server server = Server.start(Environment.of(all), timers, cluster);
    return new Campus(databaseUrl, server.port(), server::close);
  }

  /** The settings of a plain server on a database of its own. */
  public static Map<String, String> settings() {
    Map<String, String> all = new HashMap<>(defaults());
    all.put("DM_DATABASE_URL", TestCluster.createDatabase());
    return all;
  }

  private static Map<String, String> defaults() {
    return Map.of(
        "DM_PORT", "0",
        "DM_HOST", "127.0.0.1",
        "DM_DATABASE_UNSAFE", "true",
        "DM_LIMITS", "off",
        "DM_JWT_SECRET", SECRET,
        "DM_METRICS_LOCAL", "on",
        "DM_DATA_DIR", temporaryFolder());
  }

  private static String temporaryFolder() {
    try {
      return Files.createTempDirectory("campus").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new person whom the server knows, without conversations. */
  public Person welcomes(String name) {
    return welcomes(name, UUID.randomUUID());
  }

  public Person welcomes(String name, UUID id) {
    String username = name + "." + PEOPLE.incrementAndGet();
    Person person = new Person(this, id, username, Token.of(id).mint());
    pushes("PUT", "/users/" + id, Map.of("username", username, "full_name", name)).data();
    return person;
  }

  /** A person who signed up, with a token of the host application. */
  public Person knows(UUID id, String username) {
    return new Person(this, id, username, Token.of(id).mint());
  }

  /** Registers a person with the built-in sign-in; returns the session with its tokens and user. */
  public JsonNode registers(String name) {
    String username = name + "." + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> form =
        Map.of("username", username, "full_name", name, "password", PASSWORD);
    return http.send("POST", "/v1/auth/register", null, form).isCreated();
  }

  /** Another session of a registered person. */
  public JsonNode signsIn(JsonNode session) {
    String username = session.at("/user/username").asText();
    Map<String, String> form = Map.of("username", username, "password", PASSWORD);
    return http.send("POST", "/v1/auth/login", null, form).isOk();
  }

  /** A request of the host application. */
  public Answer pushes(String method, String path, Object body) {
    return http.send(method, "/v1/admin" + path, serviceToken, body);
  }

  /** Lets time pass for one message, as no request can. */
  public void ages(Message message, Duration by) {
    changes(
        "UPDATE messages SET created_at = created_at - interval '%d seconds' WHERE id = '%s'"
            .formatted(by.toSeconds(), message.id()));
  }

  /**
   * A long history in a conversation without one, by SQL: both write in turns, a minute apart, and
   * have read everything.
   */
  public void fills(Conversation conversation, Person one, Person other, int messages) {
    String[] statements = {
      """
      INSERT INTO messages (id, conversation_id, seq, sender_id, message_type, content,
                            created_at)
      SELECT uuidv7(), '%1$s', n, CASE WHEN n %% 7 < 4 THEN '%2$s' ELSE '%3$s' END::uuid, 'text',
             'number ' || n || repeat(' and so on', n %% 23),
             now() - (%4$d - n) * interval '1 minute'
        FROM generate_series(1, %4$d) n
      """,
      """
      INSERT INTO reads (conversation_id, user_id, from_seq, up_to_seq, read_at)
      VALUES ('%1$s', '%2$s', 1, %4$d, now()), ('%1$s', '%3$s', 1, %4$d, now())
      """,
      """
      UPDATE conversations c
         SET last_seq = m.seq, last_message_id = m.id, last_message_type = 'text',
             last_message_text = m.content, last_message_sender_id = m.sender_id,
             last_message_at = m.created_at
        FROM messages m WHERE m.conversation_id = c.id AND c.id = '%1$s' AND m.seq = %4$d
      """,
      """
      UPDATE participants SET read_seq = %4$d, delivered_seq = %4$d, hidden = false
       WHERE conversation_id = '%1$s'
      """,
    };
    for (String each : statements) {
      changes(each.formatted(conversation.id(), one.id(), other.id(), messages));
    }
  }

  /**
   * Conversations with that many new people, by SQL: each wrote one message, a minute apart, the
   * last one now. All are read.
   */
  public void crowds(Person host, int guests) {
    String[] statements = {
      """
      CREATE TEMPORARY TABLE guests AS
      SELECT n, gen_random_uuid() AS id, uuidv7() AS conversation_id, uuidv7() AS message_id,
             now() - (%2$d - n) * interval '1 minute' AS at
        FROM generate_series(1, %2$d) n
      """,
      "INSERT INTO users (id, username, full_name) SELECT id, 'crowd' || n, 'guest' || n FROM guests",
      "INSERT INTO usernames (username, user_id) SELECT 'crowd' || n, id FROM guests",
      """
      INSERT INTO conversations (id, kind, user1_id, user2_id, creator_id, last_seq,
                                 last_message_id, last_message_type, last_message_text,
                                 last_message_sender_id, last_message_at, created_at)
      SELECT conversation_id, 0, least(id, '%1$s'), greatest(id, '%1$s'), id, 1, message_id, 'text',
             'number ' || n, id, at, at
        FROM guests
      """,
      """
      INSERT INTO direct_pairs (user1_id, user2_id, conversation_id)
      SELECT least(id, '%1$s'), greatest(id, '%1$s'), conversation_id FROM guests
      """,
      """
      INSERT INTO participants (user_id, conversation_id, rank, read_seq, delivered_seq)
      SELECT '%1$s', conversation_id, n, 1, 1 FROM guests
       UNION ALL SELECT id, conversation_id, 1, 1, 1 FROM guests
      """,
      """
      INSERT INTO messages (id, conversation_id, seq, sender_id, message_type, content,
                            created_at)
      SELECT message_id, conversation_id, 1, id, 'text', 'number ' || n, at FROM guests
      """,
      """
      INSERT INTO reads (conversation_id, user_id, from_seq, up_to_seq, read_at)
      SELECT conversation_id, '%1$s', 1, 1, at FROM guests
      """,
      """
      INSERT INTO account_heads (user_id, epoch, conversations) VALUES ('%1$s', 1, %2$d)
          ON CONFLICT (user_id) DO UPDATE SET conversations = %2$d
      """,
    };
    changes(String.join(";\n", statements).formatted(host.id(), guests));
  }

  /** Executes a statement, for changes that no request makes. */
  public void changes(String statement) {
    try (var connection = TestCluster.dataSource(database).getConnection();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }

  /** The number that a query returns, for questions that no request answers. */
  public long counts(String query) {
    try (var connection = TestCluster.dataSource(database).getConnection();
        var sql = connection.createStatement();
        var result = sql.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }

  /** Does the work while the statement {@code lock} holds its locks. */
  public void holding(String lock, Runnable work) {
    try (var connection = TestCluster.dataSource(database).getConnection();
        var sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute(lock);
      work.run();
      connection.rollback();
    } catch (SQLException e) {
      throw new AssertionError(lock, e);
    }
  }

  /** The address of its database, for another server. */
  public String database() {
    return database;
  }

  public Http http() {
    return http;
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    end.run();
  }
}
