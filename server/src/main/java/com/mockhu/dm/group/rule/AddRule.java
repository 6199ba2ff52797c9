package com.mockhu.dm.group.rule;

/** What becomes of one person whom somebody wants in a group (behaviour §13). */
public final class AddRule {
  private AddRule() {}

  /** What is known of the person. */
  public record Target(
      Standing standing,
      boolean isBanned,
      boolean isUnwilling,
      boolean isBlockedByActor,
      boolean isOpen,
      boolean isInTooMany) {}

  /** Whether there is such a person, and in the group. */
  public enum Standing {
    UNKNOWN,
    MEMBER,
    OUTSIDE
  }

  /**
   * @param isAdmin whether the one who adds may lift a ban
   * @param hasRoom whether the group can take one more
   */
  public record Occasion(boolean isAdmin, boolean hasRoom) {}

  /**
   * @param isSilent an invitation that the person never hears of, so that nobody can tell from the
   *     answer that they block the one who invites, or have declined
   */
  public record Verdict(Outcome outcome, boolean isSilent, String reason) {
    private static Verdict of(Outcome outcome) {
      return new Verdict(outcome, false, null);
    }
  }

  /** As clients know them. */
  public enum Outcome {
    ADDED,
    INVITED,
    ALREADY_MEMBER,
    NOT_ALLOWED,
    FULL,
    NOT_FOUND
  }

  /**
   * Room comes before consent: otherwise a full group would tell apart who would have been added.
   */
  public static Verdict of(Target target, Occasion occasion) {
    return switch (target.standing()) {
      case UNKNOWN -> Verdict.of(Outcome.NOT_FOUND);
      case MEMBER -> Verdict.of(Outcome.ALREADY_MEMBER);
      case OUTSIDE -> ofOutside(target, occasion);
    };
  }

  private static Verdict ofOutside(Target target, Occasion occasion) {
    if (target.isBanned() && !occasion.isAdmin()) {
      return new Verdict(Outcome.NOT_ALLOWED, false, "removed_from_group");
    }
    if (!occasion.hasRoom()) {
      return new Verdict(Outcome.FULL, false, "group_members");
    }
    if (target.isInTooMany()) {
      return new Verdict(Outcome.FULL, false, "groups_per_person");
    }
    return byConsent(target);
  }

  private static Verdict byConsent(Target target) {
    if (target.isUnwilling()) {
      return new Verdict(Outcome.INVITED, true, null);
    }
    if (target.isBlockedByActor()) {
      return new Verdict(Outcome.NOT_ALLOWED, false, "recipient_blocked");
    }
    return Verdict.of(target.isOpen() ? Outcome.ADDED : Outcome.INVITED);
  }
}
