package com.mockhu.dm.people.directory;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.name.AvatarUrlRules;
import com.mockhu.dm.people.name.FullNameRules;
import com.mockhu.dm.people.name.UsernameRules;
import com.mockhu.dm.people.write.Person;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.json.Json;
import com.mockhu.dm.platform.json.NullableText;
import java.util.List;

/** A person in the JSON of the host application: a body, or a line of a bulk push. */
record DirectoryEntry(
    String id,
    String username,
    String fullName,
    @JsonDeserialize(using = NullableText.class) String avatarUrl,
    List<String> followers,
    Boolean replaceFollowers) {

  static Person parse(byte[] json, UsernameRules usernames) {
    DirectoryEntry line = Json.read(json, DirectoryEntry.class);
    return line.person(line.id, usernames);
  }

  /** Checks all fields. The id may come from the path instead of the body. */
  Person person(String userId, UsernameRules usernames) {
    List<String> ids = followers == null ? List.of() : followers;
    return new Person(
        Ids.parse(userId, "id"),
        usernames.check(username),
        FullNameRules.check(fullName),
        AvatarUrlRules.check(avatarUrl),
        ids.stream().map(id -> Ids.parse(id, "followers")).distinct().toList(),
        Boolean.TRUE.equals(replaceFollowers));
  }

  /** Completes absent fields with the present values. */
  DirectoryEntry over(Account present, boolean hasAvatarUrl) {
    return new DirectoryEntry(
        id,
        username == null ? present.username() : username,
        fullName == null ? present.fullName() : fullName,
        hasAvatarUrl ? avatarUrl : present.avatarUrl(),
        followers,
        replaceFollowers);
  }
}
