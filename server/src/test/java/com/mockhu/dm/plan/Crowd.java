package com.mockhu.dm.plan;

import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.person.Conversation;
import com.mockhu.dm.support.person.Person;
import java.sql.SQLException;

/** Fills a database with what years of use would leave, by SQL that keeps the product's counts. */
final class Crowd {
  private final String url;

  Crowd(String url) {
    this.url = url;
  }

  private void run(String sql) {
    try (var connection = TestCluster.dataSource(url).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Messages of one person that the other has all read, in a conversation with none so far. */
  void fills(Conversation conversation, Person sender, Person reader, int messages) {
    String id = conversation.id();
    run(
        """
        INSERT INTO messages (id, conversation_id, seq, sender_id, message_type, content,
                              created_at)
        SELECT uuidv7(), '%s', n, '%s', 'text', 'message number ' || n, now()
          FROM generate_series(1, %d) n
        """
            .formatted(id, sender.id(), messages));
    // The ranges of a person who reads in small steps.
    run(
        """
        INSERT INTO reads (conversation_id, user_id, from_seq, up_to_seq, read_at)
        SELECT '%s', '%s', n, least(n + 1, %3$d), now() FROM generate_series(1, %3$d, 2) n
        """
            .formatted(id, reader.id(), messages));
    run(
        """
        UPDATE conversations c
           SET last_seq = m.seq, last_message_id = m.id, last_message_type = 'text',
               last_message_text = m.content, last_message_sender_id = m.sender_id,
               last_message_at = m.created_at
          FROM messages m WHERE m.conversation_id = c.id AND c.id = '%s' AND m.seq = %d
        """
            .formatted(id, messages));
    run(
        """
        UPDATE participants SET read_seq = %1$d, delivered_seq = %1$d, hidden = false
         WHERE conversation_id = '%2$s' AND user_id = '%3$s'
        """
            .formatted(messages, id, reader.id()));
    run("UPDATE account_heads SET conversations = 1 WHERE user_id = '%s'".formatted(reader.id()));
  }

  /** Messages that the reader has not seen yet, in a conversation with none so far. */
  void floods(Conversation conversation, Person sender, Person reader, int messages) {
    fills(conversation, sender, reader, messages);
    String id = conversation.id();
    run("DELETE FROM reads WHERE conversation_id = '%s'".formatted(id));
    run(
        """
        UPDATE participants SET read_seq = 0, delivered_seq = 0, unread_count = %d
         WHERE conversation_id = '%s' AND user_id = '%s'
        """
            .formatted(messages, id, reader.id()));
    run(
        """
        UPDATE account_heads SET unread_messages = %d, unread_conversations = 1
         WHERE user_id = '%s'
        """
            .formatted(messages, reader.id()));
  }

  /**
   * Strangers who have each written one message to the person, who has read it, but those of every
   * {@code unread}th.
   */
  void surrounds(Person person, int strangers, int unread) {
    run(
        """
        CREATE TEMP TABLE strangers ON COMMIT DROP AS
        SELECT n, gen_random_uuid() AS id, uuidv7() AS conversation_id, uuidv7() AS message_id,
               '%1$s'::uuid AS owner, n %% %3$d = 0 AS unread
          FROM generate_series(1, %2$d) n;
        INSERT INTO users (id, username, full_name)
        SELECT id, 's' || substr(md5(id::text), 1, 20), 'Stranger ' || n FROM strangers;
        INSERT INTO usernames (username, user_id)
        SELECT 's' || substr(md5(id::text), 1, 20), id FROM strangers;
        INSERT INTO account_heads (user_id, epoch, conversations) SELECT id, n, 1 FROM strangers;
        INSERT INTO conversations (id, kind, user1_id, user2_id, creator_id, created_at, last_seq,
               last_message_id, last_message_type, last_message_text, last_message_sender_id,
               last_message_at)
        SELECT conversation_id, 0, least(id, owner), greatest(id, owner), id, now(), 1,
               message_id, 'text', 'hello', id, now() FROM strangers;
        INSERT INTO direct_pairs (user1_id, user2_id, conversation_id)
        SELECT least(id, owner), greatest(id, owner), conversation_id FROM strangers;
        INSERT INTO messages (id, conversation_id, seq, sender_id, message_type, content,
               created_at)
        SELECT message_id, conversation_id, 1, id, 'text', 'hello', now() FROM strangers;
        INSERT INTO reads (conversation_id, user_id, from_seq, up_to_seq, read_at)
        SELECT conversation_id, owner, 1, 1, now() FROM strangers WHERE NOT unread;
        INSERT INTO participants (user_id, conversation_id, rank, unread_count, read_seq)
        SELECT owner, conversation_id, n, unread::int, 1 - unread::int FROM strangers;
        INSERT INTO participants (user_id, conversation_id, rank)
        SELECT id, conversation_id, 1 FROM strangers;
        INSERT INTO account_events (user_id, seq, kind, conversation_id, subject_id)
        SELECT owner, h.head + n, 10, conversation_id, message_id
          FROM strangers JOIN account_heads h ON h.user_id = owner;
        UPDATE account_heads
           SET head = head + %2$d, conversations = conversations + %2$d,
               unread_messages = unread_messages + %2$d / %3$d,
               unread_conversations = unread_conversations + %2$d / %3$d
         WHERE user_id = '%1$s';
        """
            .formatted(person.id(), strangers, unread));
  }

  /** Files that somebody sent in the conversation, and as many uploads that nobody sent. */
  void uploads(Conversation conversation, Person sender, int files) {
    run(
        """
        INSERT INTO sent_files (conversation_id, holder_id, id, uploader_id, key, filename,
               original_filename, size, thumbnail_size, mime_type, uploaded_at)
        SELECT '%1$s', uuidv7(), uuidv7(), '%2$s', 'files/sent/' || n || '.txt', 'a', 'a', 1, 0,
               'text/plain', now()
          FROM generate_series(1, %3$d) n;
        INSERT INTO uploads (id, uploader_id, key, filename, original_filename, size,
               thumbnail_size, mime_type, uploaded_at)
        SELECT uuidv7(), '%2$s', 'files/kept/' || n || '.txt', 'a', 'a', 1, 0, 'text/plain', now()
          FROM generate_series(1, %3$d) n;
        """
            .formatted(conversation.id(), sender.id(), files));
  }

  /** As the database's own housekeeping would after a while. */
  void settles() {
    run("VACUUM ANALYZE");
  }

  String idOf(Conversation conversation, long seq) {
    try (var connection = TestCluster.dataSource(url).getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT id FROM messages WHERE conversation_id = '%s' AND seq = %d"
                    .formatted(conversation.id(), seq))) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
