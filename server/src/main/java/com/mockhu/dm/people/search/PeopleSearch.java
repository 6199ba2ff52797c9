package com.mockhu.dm.people.search;

import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.people.account.UsernameSql;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Finds people by the beginnings of their names, and by similar names when those are too few. Reads
 * a bounded number of rows through an index, however many people there are.
 */
public final class PeopleSearch {
  /** Reads this many times the limit: some people may be hidden, or found by two words. */
  private static final int AHEAD = 4;

  public static final String BY_PREFIX =
      """
      SELECT w.user_id AS id FROM user_words w
      WHERE w.word >= ? AND w.word < ?
      ORDER BY w.word, w.user_id LIMIT ?
      """;

  public static final String BY_LIKENESS =
      """
      SELECT user_id AS id FROM (
        SELECT user_id, similarity(word, ?) AS likeness FROM user_words WHERE word % ? LIMIT 1000
      ) alike
      ORDER BY likeness DESC, user_id LIMIT ?
      """;

  private final Database database;
  private final Accounts accounts;
  private final Visibility visibility;

  public PeopleSearch(Database database, Accounts accounts, Visibility visibility) {
    this.database = database;
    this.accounts = accounts;
    this.visibility = visibility;
  }

  /**
   * @throws ApiException {@code invalid_request} for a query without a letter or digit
   */
  public List<UserView> find(UUID viewer, String query, int limit) {
    List<String> words = SearchWords.checked(query);
    Set<UUID> found = new LinkedHashSet<>();
    database.read(t -> found.addAll(byPrefix(t, words, limit * AHEAD)));
    if (found.size() < limit) {
      database.read(t -> found.addAll(byLikeness(t, words, limit * AHEAD)));
    }
    found.removeAll(visibility.hiddenFrom(viewer, found));
    return views(found).stream().limit(limit).toList();
  }

  private static Collection<UUID> byPrefix(Transaction t, List<String> words, int limit)
      throws SQLException {
    if (words.size() == 1) {
      return byOneWord(t, words.getFirst(), limit);
    }
    String longest = longest(words);
    Set<UUID> found = new LinkedHashSet<>(prefixed(t, longest, limit * AHEAD));
    for (String word : words) {
      if (!word.equals(longest)) {
        found.retainAll(havingWord(t, found, word));
      }
    }
    return found;
  }

  /** A person with exactly this username comes before those with a longer name. */
  private static Collection<UUID> byOneWord(Transaction t, String word, int limit)
      throws SQLException {
    Set<UUID> found = new LinkedHashSet<>();
    UsernameSql.holder(t, word).ifPresent(found::add);
    found.addAll(prefixed(t, word, limit));
    return found;
  }

  private static List<UUID> prefixed(Transaction t, String word, int limit) throws SQLException {
    return t.list(BY_PREFIX, PeopleSearch::id, word, SearchWords.end(word), limit);
  }

  private static List<UUID> havingWord(Transaction t, Set<UUID> among, String word)
      throws SQLException {
    return t.list(
        "SELECT user_id AS id FROM user_words WHERE user_id = ANY(?) AND word >= ? AND word < ?",
        PeopleSearch::id,
        Column.uuids(among),
        word,
        SearchWords.end(word));
  }

  private static List<UUID> byLikeness(Transaction t, List<String> words, int limit)
      throws SQLException {
    String longest = longest(words);
    return t.list(BY_LIKENESS, PeopleSearch::id, longest, longest, limit);
  }

  private static String longest(List<String> words) {
    return words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
  }

  private static UUID id(Row row) throws SQLException {
    return row.uuid("id");
  }

  private List<UserView> views(Collection<UUID> ids) {
    var people = accounts.all(ids);
    List<UserView> views = new ArrayList<>();
    for (UUID id : ids) {
      Account person = people.get(id);
      if (person != null && !person.isDisabled()) {
        views.add(person.view());
      }
    }
    return views;
  }
}
