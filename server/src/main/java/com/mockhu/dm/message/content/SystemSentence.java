package com.mockhu.dm.message.content;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Puts a system message into words, for clients that have none of their own (behaviour §13). */
public final class SystemSentence {
  private static final int MOST_NAMES = 3;

  private SystemSentence() {}

  /**
   * @param names the present name of a person; never null
   */
  public static String of(UUID actor, SystemEvent event, Function<UUID, String> names) {
    String who = names.apply(actor);
    String whom = event.userIds() == null ? "" : list(event.userIds(), names);
    return switch (event.event()) {
      case "group_created" ->
          whom.isEmpty() ? who + " created the group" : who + " created the group with " + whom;
      case "members_added" -> who + " added " + whom;
      case "member_joined" ->
          "link".equals(event.via())
              ? who + " joined with a link"
              : who + " accepted an invitation and joined";
      case "member_left" -> who + " left";
      case "member_removed" -> who + " removed " + whom;
      case "role_changed" ->
          "admin".equals(event.role())
              ? who + " made " + whom + " an admin"
              : whom + " is no longer an admin";
      case "owner_changed" -> whom + " is now the owner";
      case "renamed" -> who + " renamed the group to “" + event.name() + "”";
      case "description_changed" -> who + " changed the description";
      case "avatar_changed" -> who + " changed the picture";
      case "permissions_changed" -> who + " changed the permissions";
      case "history_changed" -> who + " changed what new members see";
      default -> who + " changed the group";
    };
  }

  private static String list(List<UUID> people, Function<UUID, String> names) {
    List<String> shown = people.stream().limit(MOST_NAMES).map(names).toList();
    int more = people.size() - shown.size();
    if (more > 0) {
      return String.join(", ", shown) + " and " + more + (more == 1 ? " other" : " others");
    }
    return shown.size() < 2
        ? String.join("", shown)
        : String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.getLast();
  }
}
