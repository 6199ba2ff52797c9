package com.mockhu.dm.account;

import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.json.Json;
import java.util.List;

/** One person as the host application writes them, in a body or on a line. */
record DirectoryLine(
    String id, String username, String fullName, String avatarUrl, List<String> followers) {

  static Person parse(byte[] json) {
    DirectoryLine line = Json.read(json, DirectoryLine.class);
    return line.person(line.id);
  }

  /** Checked; the id may come from elsewhere than the body. */
  Person person(String userId) {
    List<String> ids = followers == null ? List.of() : followers;
    return new Person(
        Ids.parse(userId, "id"),
        ProfileRules.username(username),
        ProfileRules.fullName(fullName),
        ProfileRules.avatarUrl(avatarUrl),
        ids.stream().map(id -> Ids.parse(id, "followers")).distinct().toList());
  }
}
