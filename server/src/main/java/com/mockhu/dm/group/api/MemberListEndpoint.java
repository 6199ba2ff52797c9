package com.mockhu.dm.group.api;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.member.Member;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.text.Folding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code GET /v1/conversations/{id}/members}: the owner, the admins, the others, by joining. */
public final class MemberListEndpoint {
  private static final int DEFAULT_PAGE = 50;
  public static final int LARGEST_PAGE = 200;
  private static final String CURSOR = "after-";

  private final Database database;
  private final Conversations conversations;
  private final Accounts accounts;

  public MemberListEndpoint(Database database, Conversations conversations, Accounts accounts) {
    this.database = database;
    this.conversations = conversations;
    this.accounts = accounts;
  }

  private record MemberView(UserView user, String role, Instant joinedAt, UUID addedBy) {}

  private record Pagination(int limit, String nextCursor) {}

  private record Page(List<MemberView> members, int memberCount, Pagination pagination) {}

  public void addTo(Routes routes) {
    routes.person("GET", "/v1/conversations/{conversationId}/members", this::list);
  }

  private HttpResult list(Request request) {
    int limit = request.queryNumber("limit", DEFAULT_PAGE, 1, LARGEST_PAGE);
    Optional<UUID> after = request.query("cursor").map(MemberListEndpoint::after);
    String wanted = Folding.folded(request.query("query").orElse(""));
    Conversation group =
        database.read(
            t -> conversations.openGroup(t, request.pathId("conversationId"), request.userId()));
    List<Member> all = List.copyOf(group.group().members().all());
    Map<UUID, Account> people =
        accounts.all(all.stream().map(Member::userId).collect(Collectors.toSet()));
    List<Member> found =
        all.stream()
            .dropWhile(each -> after.isPresent() && !each.userId().equals(after.get()))
            .skip(after.isPresent() ? 1 : 0)
            .filter(each -> fits(people.get(each.userId()), wanted))
            .limit(limit + 1L)
            .toList();
    boolean hasMore = found.size() > limit;
    List<Member> shown = hasMore ? found.subList(0, limit) : found;
    return HttpResult.ok(
        new Page(
            shown.stream().map(each -> view(each, people.get(each.userId()))).toList(),
            all.size(),
            new Pagination(limit, hasMore ? CURSOR + shown.getLast().userId() : null)));
  }

  private static boolean fits(Account person, String wanted) {
    return person != null
        && (wanted.isEmpty()
            || Folding.folded(person.username()).contains(wanted)
            || Folding.folded(person.fullName()).contains(wanted));
  }

  private static MemberView view(Member member, Account person) {
    return new MemberView(person.view(), member.role().word(), member.joinedAt(), member.addedBy());
  }

  private static UUID after(String cursor) {
    try {
      return UUID.fromString(cursor.substring(CURSOR.length()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new ApiException(
          ErrorCode.INVALID_CURSOR, "cursor is invalid; start again without one.");
    }
  }
}
