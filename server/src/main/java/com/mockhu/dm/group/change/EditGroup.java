package com.mockhu.dm.group.change;

import com.mockhu.dm.conversation.member.GroupAction;
import com.mockhu.dm.conversation.member.GroupInfo;
import com.mockhu.dm.conversation.member.GroupPermissions;
import com.mockhu.dm.message.content.SystemEvent;
import com.mockhu.dm.platform.error.ApiException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Changes what a group shows and allows; what is the same already is no change. */
public final class EditGroup {
  private final Groups groups;
  private final GroupPicture pictures;

  public EditGroup(Groups groups, GroupPicture pictures) {
    this.groups = groups;
    this.pictures = pictures;
  }

  /**
   * What is wanted; null for what stays.
   *
   * @param description empty to remove it
   */
  public record Wanted(
      String name, String description, Map<String, String> permissions, Boolean isHistoryOpen) {
    private boolean isInfo() {
      return name != null || description != null;
    }
  }

  public boolean edit(UUID group, UUID actor, Wanted wanted) {
    return groups.change(
        group,
        actor,
        change -> {
          editInfo(change, actor, wanted);
          editPermissions(change, actor, wanted.permissions);
          return !change.isNothing();
        });
  }

  private static void editInfo(GroupChange change, UUID actor, Wanted wanted) {
    GroupInfo before = change.info();
    if (wanted.isInfo()) {
      change.require(actor, GroupAction.EDIT_INFO);
    }
    if (wanted.isHistoryOpen != null) {
      change.require(actor, GroupAction.CHANGE_HISTORY);
    }
    GroupInfo after =
        new GroupInfo(
            before.id(),
            wanted.name == null ? before.name() : wanted.name,
            wanted.description == null ? before.description() : emptyAsNull(wanted.description),
            before.avatarUrl(),
            wanted.isHistoryOpen == null ? before.isHistoryOpen() : wanted.isHistoryOpen);
    if (!after.equals(before)) {
      change.show(after);
      say(change, actor, before, after);
    }
  }

  private static String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static void say(GroupChange change, UUID actor, GroupInfo before, GroupInfo after) {
    if (!after.name().equals(before.name())) {
      change.say(actor, SystemEvent.renamed(before.name(), after.name()));
    }
    if (!Objects.equals(after.description(), before.description())) {
      change.say(actor, SystemEvent.of("description_changed"));
    }
    if (after.isHistoryOpen() != before.isHistoryOpen()) {
      change.say(actor, SystemEvent.of("history_changed"));
    }
  }

  private static void editPermissions(
      GroupChange change, UUID actor, Map<String, String> permissions) {
    if (permissions == null) {
      return;
    }
    change.require(actor, GroupAction.CHANGE_PERMISSIONS);
    GroupPermissions before = change.before().group().permissions();
    GroupPermissions after = permissions(before, permissions);
    if (!after.equals(before)) {
      change.permit(after);
      change.say(actor, SystemEvent.of("permissions_changed"));
    }
  }

  /**
   * @throws ApiException {@code invalid_request} for an unknown key or value
   */
  public static GroupPermissions permissions(GroupPermissions before, Map<String, String> changes) {
    return before
        .with(changes)
        .orElseThrow(
            () ->
                ApiException.invalid(
                    "permissions take send, add_members, edit_info, pin, mention_all and"
                        + " invite_links, each members or admins."));
  }

  /** Whether the person may change the picture, before one is taken in. */
  public void requireMayShow(UUID group, UUID actor) {
    groups.change(
        group,
        actor,
        change -> {
          change.require(actor, GroupAction.EDIT_INFO);
          return null;
        });
  }

  /** {@code url}: null to take the picture away. */
  public boolean show(UUID group, UUID actor, String url) {
    return groups.change(
        group,
        actor,
        change -> {
          change.require(actor, GroupAction.EDIT_INFO);
          GroupInfo info = change.info();
          if (Objects.equals(info.avatarUrl(), url)) {
            return false;
          }
          change.show(
              new GroupInfo(info.id(), info.name(), info.description(), url, info.isHistoryOpen()));
          pictures.hold(change.transaction(), group, actor, url);
          change.say(actor, SystemEvent.of("avatar_changed"));
          return true;
        });
  }
}
