package com.mockhu.dm.people.write;

import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.AccountListeners;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.name.Usernames;
import com.mockhu.dm.people.search.SearchWords;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes people, the words they are found by and their followers; one or a thousand at once. */
public final class PersonWriter {
  private static final String SIGN_UP =
      """
      INSERT INTO users (id, username, username_shown, full_name, avatar_url, password_hash)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (username) DO NOTHING
      """;

  /**
   * Frees the names of those who change theirs, so that two can swap: the unique index is checked
   * row by row. Nobody can have a name that begins with a tilde.
   */
  private static final String FREE =
      """
      UPDATE users SET username = '~' || users.id
        FROM (SELECT u.id FROM users u JOIN unnest(?::uuid[], ?::text[]) AS n (id, username)
                  ON u.id = n.id AND u.username <> n.username
               ORDER BY u.id FOR NO KEY UPDATE OF u) moved
       WHERE users.id = moved.id
      RETURNING users.id
      """;

  /** Returns those it made or changed; whoever was the same already is left alone. */
  private static final String PUT =
      """
      INSERT INTO users (id, username, username_shown, full_name, avatar_url)
      SELECT * FROM unnest(?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET username = excluded.username,
        username_shown = excluded.username_shown, full_name = excluded.full_name,
        avatar_url = excluded.avatar_url, updated_at = now()
      WHERE (users.username, users.username_shown, users.full_name, users.avatar_url)
        IS DISTINCT FROM (excluded.username, excluded.username_shown, excluded.full_name,
          excluded.avatar_url)
      RETURNING id, xmax = 0 AS is_new
      """;

  private final Accounts accounts;
  private final AccountListeners listeners;

  public PersonWriter(Accounts accounts, AccountListeners listeners) {
    this.accounts = accounts;
    this.listeners = listeners;
  }

  private record Written(UUID id, boolean isNew) {}

  private record Word(UUID userId, String word) {}

  public static ApiException usernameTaken() {
    return new ApiException(ErrorCode.USERNAME_TAKEN, "This username is taken.");
  }

  /**
   * @throws ApiException {@code username_taken}
   */
  public void signUp(Transaction t, Person person, String passwordHash) throws SQLException {
    int added =
        t.update(
            SIGN_UP,
            person.id(),
            person.username().key(),
            shown(person),
            person.fullName(),
            person.avatarUrl(),
            passwordHash);
    if (added == 0) {
      throw usernameTaken();
    }
    addWords(t, List.of(person));
    listeners.created(t, Set.of(person.id()));
  }

  /**
   * Makes or updates people with distinct ids; returns the new ones. Fails as a duplicate when one
   * has a username of somebody else.
   */
  public Set<UUID> put(Transaction t, Collection<Person> people) throws SQLException {
    List<Person> sorted = new ArrayList<>(people);
    // In the order of ids, so that two pushes that meet wait for each other instead of locking.
    sorted.sort(Comparator.comparing(Person::id));
    Set<UUID> freed = people.size() > 1 ? freed(t, sorted) : Set.of();
    Set<UUID> created = new HashSet<>();
    Set<UUID> updated = new HashSet<>();
    for (Written row : t.list(PUT, PersonWriter::written, columns(sorted))) {
      (row.isNew && !freed.contains(row.id) ? created : updated).add(row.id);
    }
    renameWords(t, people, updated);
    addWords(t, people.stream().filter(person -> created.contains(person.id())).toList());
    FollowerSql.write(t, people);
    tell(t, created, updated);
    return created;
  }

  private static Set<UUID> freed(Transaction t, List<Person> sorted) throws SQLException {
    return Set.copyOf(
        t.list(
            FREE,
            row -> row.uuid("id"),
            Column.uuids(sorted, Person::id),
            Column.texts(sorted, person -> person.username().key())));
  }

  /** The person's row has the new name or picture already. */
  public void changed(Transaction t, Account now) throws SQLException {
    t.update("DELETE FROM user_words WHERE user_id = ?", now.id());
    write(t, words(now.id(), Usernames.key(now.username()), now.fullName()));
    tell(t, Set.of(), Set.of(now.id()));
  }

  private static Object[] columns(List<Person> sorted) {
    return new Object[] {
      Column.uuids(sorted, Person::id),
      Column.texts(sorted, person -> person.username().key()),
      Column.texts(sorted, PersonWriter::shown),
      Column.texts(sorted, Person::fullName),
      Column.texts(sorted, Person::avatarUrl)
    };
  }

  /** Null where it is the key. */
  private static String shown(Person person) {
    String shown = person.username().shown();
    return shown.equals(person.username().key()) ? null : shown;
  }

  private static Written written(Row row) throws SQLException {
    return new Written(row.uuid("id"), row.truth("is_new"));
  }

  private static void renameWords(Transaction t, Collection<Person> people, Set<UUID> renamed)
      throws SQLException {
    if (!renamed.isEmpty()) {
      t.update("DELETE FROM user_words WHERE user_id = ANY(?)", Column.uuids(renamed));
      addWords(t, people.stream().filter(person -> renamed.contains(person.id())).toList());
    }
  }

  private static void addWords(Transaction t, Collection<Person> people) throws SQLException {
    List<Word> words = new ArrayList<>();
    for (Person person : people) {
      words.addAll(words(person.id(), person.username().key(), person.fullName()));
    }
    write(t, words);
  }

  private static List<Word> words(UUID userId, String username, String fullName) {
    return SearchWords.of(username, fullName).stream().map(word -> new Word(userId, word)).toList();
  }

  private static void write(Transaction t, List<Word> words) throws SQLException {
    if (!words.isEmpty()) {
      t.update(
          "INSERT INTO user_words (word, user_id) SELECT * FROM unnest(?, ?)",
          Column.texts(words, Word::word),
          Column.uuids(words, Word::userId));
    }
  }

  private void tell(Transaction t, Set<UUID> created, Set<UUID> updated) throws SQLException {
    if (!created.isEmpty()) {
      listeners.created(t, created);
    }
    // First of all: what listeners do after the commit must find the new state.
    t.afterCommit(() -> updated.forEach(accounts::changed));
    if (!updated.isEmpty()) {
      listeners.profilesChanged(t, updated);
    }
  }
}
