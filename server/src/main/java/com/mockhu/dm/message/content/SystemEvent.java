package com.mockhu.dm.message.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * What a system message tells; stored and shown in the same form (behaviour §13).
 *
 * @param userIds whom it concerns; null for nobody
 * @param via {@code link} or {@code invitation}; null where the person was added
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SystemEvent(
    String event, List<UUID> userIds, String role, String name, String oldName, String via) {

  public static SystemEvent of(String event) {
    return new SystemEvent(event, null, null, null, null, null);
  }

  public static SystemEvent about(String event, List<UUID> people) {
    return new SystemEvent(event, List.copyOf(people), null, null, null, null);
  }

  public static SystemEvent created(List<UUID> people) {
    return about("group_created", people);
  }

  public static SystemEvent added(List<UUID> people) {
    return about("members_added", people);
  }

  public static SystemEvent joined(UUID person, String via) {
    return new SystemEvent("member_joined", List.of(person), null, null, null, via);
  }

  public static SystemEvent left(UUID person) {
    return about("member_left", List.of(person));
  }

  public static SystemEvent removed(UUID person) {
    return about("member_removed", List.of(person));
  }

  public static SystemEvent role(UUID person, String role) {
    return new SystemEvent("role_changed", List.of(person), role, null, null, null);
  }

  public static SystemEvent owner(UUID person) {
    return about("owner_changed", List.of(person));
  }

  public static SystemEvent renamed(String oldName, String name) {
    return new SystemEvent("renamed", null, null, name, oldName, null);
  }
}
