package com.mockhu.dm.people.write;

import com.mockhu.dm.people.search.SearchWords;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes table {@code user_words}: the words by which people are found. */
final class SearchWordSql {
  private SearchWordSql() {}

  /** What a person is called; the username as it is compared. */
  record Names(UUID userId, String username, String fullName) {
    static Names of(Person person) {
      return new Names(person.id(), person.username().key(), person.fullName());
    }
  }

  private record Word(UUID userId, String word) {}

  static void replace(Transaction t, Collection<Names> people) throws SQLException {
    if (!people.isEmpty()) {
      t.update(
          "DELETE FROM user_words WHERE user_id = ANY(?)", Column.uuids(people, Names::userId));
      add(t, people);
    }
  }

  /** For people who have no words yet. */
  static void add(Transaction t, Collection<Names> people) throws SQLException {
    List<Word> words = new ArrayList<>();
    for (Names names : people) {
      SearchWords.of(names.username, names.fullName)
          .forEach(word -> words.add(new Word(names.userId, word)));
    }
    if (!words.isEmpty()) {
      t.update(
          "INSERT INTO user_words (word, user_id) SELECT * FROM unnest(?, ?)",
          Column.texts(words, Word::word),
          Column.uuids(words, Word::userId));
    }
  }
}
