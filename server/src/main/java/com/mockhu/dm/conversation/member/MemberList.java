package com.mockhu.dm.conversation.member;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The members of one group at one version: the owner, the admins, then the others, each by the time
 * of joining.
 */
public final class MemberList {
  private static final Comparator<Member> BY_JOINING =
      Comparator.comparing(Member::joinedAt).thenComparing(Member::userId);
  private static final Comparator<Member> BY_ROLE =
      Comparator.comparing((Member each) -> -each.role().number()).thenComparing(BY_JOINING);

  /** Of a conversation that is no group. Made after the orders that it needs. */
  public static final MemberList NONE = new MemberList(0, List.of());

  private final long version;
  private final Map<UUID, Member> byUser = new LinkedHashMap<>();

  public MemberList(long version, Collection<Member> members) {
    this.version = version;
    members.stream().sorted(BY_ROLE).forEach(each -> byUser.put(each.userId(), each));
  }

  long version() {
    return version;
  }

  public int size() {
    return byUser.size();
  }

  public Optional<Member> find(UUID userId) {
    return Optional.ofNullable(byUser.get(userId));
  }

  public Collection<Member> all() {
    return Collections.unmodifiableCollection(byUser.values());
  }

  /** The owner, then the others by the time of joining, whatever their roles. */
  public List<Member> first(int most) {
    return byUser.values().stream()
        .sorted(
            Comparator.comparing((Member each) -> each.role() != Role.OWNER)
                .thenComparing(BY_JOINING))
        .limit(most)
        .toList();
  }

  public Optional<UUID> owner() {
    return byUser.values().stream()
        .filter(each -> each.role() == Role.OWNER)
        .map(Member::userId)
        .findFirst();
  }

  /** Who owns the group when this owner goes: the admin of longest standing, else the member. */
  public Optional<UUID> successor(UUID leaving) {
    return byUser.values().stream()
        .map(Member::userId)
        .filter(each -> !each.equals(leaving))
        .findFirst();
  }
}
