package com.mockhu.dm.account;

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
final class PersonWriter {
  private static final String SIGN_UP =
      """
      INSERT INTO users (id, username, full_name, avatar_url, password_hash)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT (username) DO NOTHING
      """;

  /** Returns those it made or changed; whoever was the same already is left alone. */
  private static final String PUT =
      """
      INSERT INTO users (id, username, full_name, avatar_url)
      SELECT * FROM unnest(?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET username = excluded.username,
        full_name = excluded.full_name, avatar_url = excluded.avatar_url, updated_at = now()
      WHERE (users.username, users.full_name, users.avatar_url)
        IS DISTINCT FROM (excluded.username, excluded.full_name, excluded.avatar_url)
      RETURNING id, xmax = 0 AS is_new
      """;

  private static final String ADD_FOLLOWERS =
      """
      INSERT INTO follows (follower_id, followee_id)
      SELECT * FROM unnest(?, ?) ON CONFLICT DO NOTHING
      """;

  private final Accounts accounts;
  private final AccountListeners listeners;

  PersonWriter(Accounts accounts, AccountListeners listeners) {
    this.accounts = accounts;
    this.listeners = listeners;
  }

  private record Written(UUID id, boolean isNew) {}

  private record Word(UUID userId, String word) {}

  private record Follow(UUID follower, UUID followee) {}

  static ApiException usernameTaken() {
    return new ApiException(ErrorCode.USERNAME_TAKEN, "This username is taken.");
  }

  /**
   * @throws ApiException {@code username_taken}
   */
  void signUp(Transaction t, Person person, String passwordHash) throws SQLException {
    int added =
        t.update(
            SIGN_UP,
            person.id(),
            person.username(),
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
  Set<UUID> put(Transaction t, Collection<Person> people) throws SQLException {
    Set<UUID> created = new HashSet<>();
    Set<UUID> updated = new HashSet<>();
    for (Written row : t.list(PUT, PersonWriter::written, columns(people))) {
      (row.isNew ? created : updated).add(row.id);
    }
    renameWords(t, people, updated);
    addWords(t, people.stream().filter(person -> created.contains(person.id())).toList());
    addFollowers(t, people);
    tell(t, created, updated);
    return created;
  }

  /** The person's row has a new name already. */
  void renamed(Transaction t, Person person) throws SQLException {
    renameWords(t, List.of(person), Set.of(person.id()));
    tell(t, Set.of(), Set.of(person.id()));
  }

  /** In the order of ids, so that two pushes that meet wait for each other instead of locking. */
  private static Object[] columns(Collection<Person> people) {
    List<Person> sorted = new ArrayList<>(people);
    sorted.sort(Comparator.comparing(Person::id));
    return new Object[] {
      Column.uuids(sorted, Person::id),
      Column.texts(sorted, Person::username),
      Column.texts(sorted, Person::fullName),
      Column.texts(sorted, Person::avatarUrl)
    };
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
      SearchWords.of(person.username(), person.fullName())
          .forEach(word -> words.add(new Word(person.id(), word)));
    }
    if (!words.isEmpty()) {
      t.update(
          "INSERT INTO user_words (word, user_id) SELECT * FROM unnest(?, ?)",
          Column.texts(words, Word::word),
          Column.uuids(words, Word::userId));
    }
  }

  private static void addFollowers(Transaction t, Collection<Person> people) throws SQLException {
    List<Follow> follows = new ArrayList<>();
    for (Person person : people) {
      person.followers().stream()
          .filter(follower -> !follower.equals(person.id()))
          .forEach(follower -> follows.add(new Follow(follower, person.id())));
    }
    if (!follows.isEmpty()) {
      t.update(
          ADD_FOLLOWERS,
          Column.uuids(follows, Follow::follower),
          Column.uuids(follows, Follow::followee));
    }
  }

  private void tell(Transaction t, Set<UUID> created, Set<UUID> updated) throws SQLException {
    if (!created.isEmpty()) {
      listeners.created(t, created);
    }
    for (UUID id : updated) {
      listeners.profileChanged(t, id);
    }
    t.afterCommit(() -> updated.forEach(accounts::changed));
  }
}
