package com.mockhu.dm.group.change;

import com.mockhu.dm.conversation.member.DepartureSql;
import com.mockhu.dm.conversation.member.GroupAction;
import com.mockhu.dm.conversation.member.GroupInfo;
import com.mockhu.dm.conversation.member.GroupPermissions;
import com.mockhu.dm.conversation.member.Member;
import com.mockhu.dm.conversation.member.Role;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.message.content.SystemEvent;
import com.mockhu.dm.message.system.SystemMessages.Said;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one transaction does to a group, gathered under its lock and written at once by {@link
 * Groups}.
 */
public final class GroupChange {
  private final Transaction transaction;
  private final Conversation before;
  private final GroupInfo info;
  private final Instant now;
  private final Map<UUID, Member> joining = new LinkedHashMap<>();
  private final Map<UUID, DepartureSql.Reason> leaving = new LinkedHashMap<>();
  private final Map<UUID, Role> roles = new LinkedHashMap<>();
  private final Set<UUID> invited = new LinkedHashSet<>();
  private final List<Said> said = new ArrayList<>();
  private GroupInfo newInfo;
  private GroupPermissions newPermissions;
  private boolean isEnding;

  GroupChange(Transaction transaction, Conversation before, GroupInfo info, Instant now) {
    this.transaction = transaction;
    this.before = before;
    this.info = info;
    this.now = now;
  }

  public Transaction transaction() {
    return transaction;
  }

  public Conversation before() {
    return before;
  }

  public UUID id() {
    return before.id();
  }

  public Instant now() {
    return now;
  }

  public GroupInfo info() {
    return info;
  }

  /**
   * @throws ApiException {@code forbidden}
   */
  public void require(UUID actor, GroupAction action) {
    if (!before.group().may(actor, action)) {
      throw forbidden();
    }
  }

  public static ApiException forbidden() {
    return new ApiException(ErrorCode.FORBIDDEN, "Your role in this group does not allow this.");
  }

  /** Members with those who join now, without those who leave. */
  public int size() {
    return before.group().members().size() + joining.size() - leaving.size();
  }

  public void join(UUID person, UUID addedBy) {
    join(person, Role.MEMBER, addedBy);
  }

  void join(UUID person, Role role, UUID addedBy) {
    joining.put(person, new Member(person, role, before.lastSeq(), now, addedBy));
  }

  public void depart(UUID person, DepartureSql.Reason reason) {
    leaving.put(person, reason);
  }

  public void setRole(UUID person, Role role) {
    roles.put(person, role);
  }

  /** They hear of an invitation, or that it waits no more. */
  public void tellOfInvitation(UUID person) {
    invited.add(person);
  }

  public void show(GroupInfo changed) {
    newInfo = changed;
  }

  public void permit(GroupPermissions permissions) {
    newPermissions = permissions;
  }

  public void say(UUID actor, SystemEvent event) {
    said.add(new Said(actor, event));
  }

  /** There is no group any more; whoever has not left by themselves learns that. */
  void end() {
    isEnding = true;
  }

  boolean isEnding() {
    return isEnding;
  }

  boolean isNothing() {
    return said.isEmpty() && invited.isEmpty() && !isEnding;
  }

  Map<UUID, Member> joining() {
    return joining;
  }

  Map<UUID, DepartureSql.Reason> leaving() {
    return leaving;
  }

  Map<UUID, Role> roles() {
    return roles;
  }

  Set<UUID> invited() {
    return invited;
  }

  List<Said> said() {
    return said;
  }

  GroupInfo newInfo() {
    return newInfo;
  }

  GroupPermissions newPermissions() {
    return newPermissions;
  }
}
