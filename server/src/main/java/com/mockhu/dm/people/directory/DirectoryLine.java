package com.mockhu.dm.people.directory;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.name.AvatarUrls;
import com.mockhu.dm.people.name.FullNames;
import com.mockhu.dm.people.name.Usernames;
import com.mockhu.dm.people.write.Person;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.json.Json;
import com.mockhu.dm.platform.json.NullableText;
import java.util.List;

/** One person as the host application writes them, in a body or on a line. */
record DirectoryLine(
    String id,
    String username,
    String fullName,
    @JsonDeserialize(using = NullableText.class) String avatarUrl,
    List<String> followers,
    Boolean replaceFollowers) {

  static Person parse(byte[] json, Usernames usernames) {
    DirectoryLine line = Json.read(json, DirectoryLine.class);
    return line.person(line.id, usernames);
  }

  /** Checked; the id may come from elsewhere than the body. */
  Person person(String userId, Usernames usernames) {
    List<String> ids = followers == null ? List.of() : followers;
    return new Person(
        Ids.parse(userId, "id"),
        usernames.check(username),
        FullNames.check(fullName),
        AvatarUrls.check(avatarUrl),
        ids.stream().map(id -> Ids.parse(id, "followers")).distinct().toList(),
        Boolean.TRUE.equals(replaceFollowers));
  }

  /** With what is there already in place of what was left out. */
  DirectoryLine over(Account present, boolean hasAvatarUrl) {
    return new DirectoryLine(
        id,
        username == null ? present.username() : username,
        fullName == null ? present.fullName() : fullName,
        hasAvatarUrl ? avatarUrl : present.avatarUrl(),
        followers,
        replaceFollowers);
  }
}
