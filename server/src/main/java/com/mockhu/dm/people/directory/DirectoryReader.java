package com.mockhu.dm.people.directory;

import com.mockhu.dm.people.search.SearchWords;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists people in the order of their ids: renaming does not move anybody to another page. */
final class DirectoryReader {
  private static final String SELECT =
      """
      SELECT u.id, coalesce(u.username_shown, u.username) AS username, u.full_name, u.avatar_url,
             u.created_at, u.disabled_at IS NOT NULL AS is_disabled
        FROM users u
      """;

  private static final String HAS_WORD =
      """
       AND EXISTS (SELECT 1 FROM user_words w
                    WHERE w.user_id = u.id AND w.word >= ? AND w.word < ?)
      """;

  private static final UUID FIRST_ID = new UUID(0, 0);

  private final Database database;

  DirectoryReader(Database database) {
    this.database = database;
  }

  Optional<ListedUser> find(UUID id) {
    return database.read(t -> t.first(SELECT + " WHERE u.id = ?", DirectoryReader::user, id));
  }

  /**
   * @param words every listed person has a word that begins with each of them; empty for all people
   * @throws com.mockhu.dm.platform.error.ApiException {@code invalid_cursor}
   */
  DirectoryPage page(List<String> words, Optional<String> cursor, int limit) {
    StringBuilder sql = new StringBuilder(SELECT).append(" WHERE u.id > ?");
    List<Object> parameters = new ArrayList<>();
    parameters.add(cursor.map(DirectoryPage::after).orElse(FIRST_ID));
    for (String word : words) {
      sql.append(HAS_WORD);
      parameters.add(word);
      parameters.add(SearchWords.end(word));
    }
    sql.append(" ORDER BY u.id LIMIT ?");
    parameters.add(limit + 1);
    return DirectoryPage.of(
        database.read(t -> t.list(sql.toString(), DirectoryReader::user, parameters.toArray())),
        limit);
  }

  private static ListedUser user(Row row) throws SQLException {
    return new ListedUser(
        row.uuid("id"),
        row.text("username"),
        row.text("full_name"),
        row.text("avatar_url"),
        row.instant("created_at"),
        row.truth("is_disabled"));
  }
}
