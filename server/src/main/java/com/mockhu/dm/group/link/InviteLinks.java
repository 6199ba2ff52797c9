package com.mockhu.dm.group.link;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.member.GroupAction;
import com.mockhu.dm.conversation.member.GroupInfo;
import com.mockhu.dm.conversation.member.GroupSql;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.group.change.GroupChange;
import com.mockhu.dm.group.change.GroupLimits;
import com.mockhu.dm.group.change.Groups;
import com.mockhu.dm.group.rule.LinkRule;
import com.mockhu.dm.group.store.BanSql;
import com.mockhu.dm.group.store.InvitationSql;
import com.mockhu.dm.group.store.LinkSql;
import com.mockhu.dm.group.store.LinkSql.Link;
import com.mockhu.dm.message.content.SystemEvent;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes and ends links to groups, and lets people in by them. */
public final class InviteLinks {
  /** 128 bits: nobody finds one by trying. */
  private static final int CODE_BYTES = 16;

  private final Database database;
  private final Conversations conversations;
  private final Groups groups;
  private final GroupLimits limits;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public InviteLinks(
      Database database,
      Conversations conversations,
      Groups groups,
      GroupLimits limits,
      Clock clock) {
    this.database = database;
    this.conversations = conversations;
    this.groups = groups;
    this.limits = limits;
    this.clock = clock;
  }

  /** What somebody sees of a group who has a link to it. */
  public record Preview(GroupInfo info, int members, boolean isMember) {}

  /** {@code isNew}: came in by this call. */
  public record Joined(UUID group, boolean isNew) {}

  public Link create(UUID group, UUID actor, Duration life, Integer maxUses) {
    return groups.change(
        group,
        actor,
        change -> {
          change.require(actor, GroupAction.INVITE_LINKS);
          if (live(change.transaction(), group, change.now()).size() >= LinkRule.MOST_LIVE) {
            throw GroupLimits.reached(
                "invite_links_per_group", "This group has 50 links, the most that is allowed.");
          }
          Instant now = change.now();
          Link link = new Link(group, Ids.next(), code(), 0, maxUses, actor, now, now.plus(life));
          LinkSql.insert(change.transaction(), link);
          return link;
        });
  }

  private String code() {
    byte[] bytes = new byte[CODE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public List<Link> list(UUID group, UUID actor) {
    return database.read(
        transaction -> {
          Conversation conversation = conversations.openGroup(transaction, group, actor);
          requireMay(conversation, actor);
          return live(transaction, group, clock.instant());
        });
  }

  private static void requireMay(Conversation conversation, UUID actor) {
    if (!conversation.group().may(actor, GroupAction.INVITE_LINKS)) {
      throw GroupChange.forbidden();
    }
  }

  private static List<Link> live(Transaction transaction, UUID group, Instant now)
      throws SQLException {
    return LinkSql.ofGroup(transaction, group).stream().filter(each -> isLive(each, now)).toList();
  }

  private static boolean isLive(Link link, Instant now) {
    return LinkRule.isLive(link.uses(), link.maxUses(), link.expiresAt(), now);
  }

  public void end(UUID group, UUID actor, UUID link) {
    groups.change(
        group,
        actor,
        change -> {
          change.require(actor, GroupAction.INVITE_LINKS);
          if (!LinkSql.remove(change.transaction(), group, link)) {
            throw ApiException.notFound("Link not found");
          }
          return null;
        });
  }

  public Preview preview(String code, UUID viewer) {
    return database.read(
        transaction -> {
          Link link = good(LinkSql.byCode(transaction, code));
          UUID group = link.conversationId();
          Optional<GroupInfo> info = GroupSql.info(transaction, group);
          boolean isMember = GroupSql.isMember(transaction, group, viewer);
          boolean isBanned =
              !isMember && !BanSql.among(transaction, group, List.of(viewer)).isEmpty();
          if (info.isEmpty() || isBanned) {
            throw notGood();
          }
          int members = GroupSql.sizes(transaction, List.of(group)).getOrDefault(group, 0);
          return new Preview(info.get(), members, isMember);
        });
  }

  /**
   * @throws ApiException {@code not_found} in the same words for every link that is not good;
   *     {@code conflict} where there is no room
   */
  public Joined join(String code, UUID person) {
    UUID group = database.read(t -> good(LinkSql.byCode(t, code))).conversationId();
    return groups.changeFromOutside(group, person, change -> join(change, code, person));
  }

  private Joined join(GroupChange change, String code, UUID person) throws SQLException {
    Transaction transaction = change.transaction();
    if (change.before().has(person)) {
      return new Joined(change.id(), false);
    }
    // Again, under the lock: only now nobody else can use it up.
    Link link = good(LinkSql.byCode(transaction, code));
    if (!BanSql.among(transaction, change.id(), List.of(person)).isEmpty()) {
      throw notGood();
    }
    limits.requireRoom(change);
    GroupLimits.requireRoomOf(transaction, person);
    LinkSql.use(transaction, link);
    change.join(person, null);
    change.say(person, SystemEvent.joined(person, "link"));
    InvitationSql.close(transaction, change.id(), List.of(person))
        .forEach(change::tellOfInvitation);
    return new Joined(change.id(), true);
  }

  private Link good(Optional<Link> found) {
    return found.filter(each -> isLive(each, clock.instant())).orElseThrow(InviteLinks::notGood);
  }

  private static ApiException notGood() {
    return ApiException.notFound("This link is no longer valid.");
  }
}
