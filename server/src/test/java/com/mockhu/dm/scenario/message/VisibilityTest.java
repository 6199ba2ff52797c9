package com.mockhu.dm.scenario.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.person.SyncPage;
import com.mockhu.dm.support.time.Patience;
import com.mockhu.dm.support.time.SteppedTime;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that one person could learn of another, for each way the two may stand to each other
 * (behaviour §5.7, §6.1 to §6.3, §6.10, §6.11).
 */
class VisibilityTest extends CampusTest {
  private final SteppedTime time = new SteppedTime();

  @Override
  protected Scheduler scheduler() {
    return time;
  }

  /** How alice stands to the viewer: bob, or carol, who has no conversation with her. */
  record Case(
      boolean isBlocking,
      boolean isBlocked,
      boolean isTalking,
      boolean showsOnline,
      boolean sendsReceipts) {

    boolean isApart() {
      return isBlocking || isBlocked;
    }

    boolean isSeenOnline() {
      return isTalking && !isApart() && showsOnline;
    }

    /** Whether what alice does now reaches the viewer. */
    boolean isInTouch() {
      return isTalking && !isApart();
    }
  }

  static Stream<Case> all() {
    return IntStream.range(0, 32)
        .mapToObj(n -> new Case(bit(n, 0), bit(n, 1), bit(n, 2), bit(n, 3), bit(n, 4)));
  }

  private static boolean bit(int number, int place) {
    return (number >> place & 1) == 1;
  }

  private Person viewer;
  private Socket eyes;
  private Message early;
  private Message late;
  private Case now;
  private String cursor;

  @ParameterizedTest
  @MethodSource("all")
  void nobody_learns_more_than_they_may(Case each) {
    now = each;
    viewer = each.isTalking ? bob : carol;
    meet();
    standAs(each);
    Socket phone = alice.connects();
    acts(phone);
    statusSeen();
    profileAndSearchShow();
    inboxShows();
    historyShows();
    framesShow();
    syncShows();
  }

  /** Before anything stands between them: alice was here once, and has one message to read. */
  private void meet() {
    early = bob.sends("early").to(alice);
    alice.connects().leaves();
    Patience.until(
        "last_seen",
        () -> bob.gets("/v1/users/" + alice.id()).isOk().path("last_seen").isTextual());
    // Else she would still be here when she comes back.
    Patience.until("her going", this::isGone);
    late = bob.sends("late").to(alice);
  }

  private boolean isGone() {
    time.passes(Duration.ofSeconds(10));
    return !bob.gets("/v1/users/" + alice.id()).isOk().path("is_online").asBoolean();
  }

  private void standAs(Case each) {
    alice.sets("show_online", each.showsOnline);
    alice.sets("read_receipts", each.sendsReceipts);
    alice.reads(early);
    if (each.isBlocking) {
      alice.blocks(viewer);
    }
    if (each.isBlocked) {
      viewer.blocks(alice);
    }
    cursor = viewer.syncs(null).cursor();
    eyes = viewer.connects();
  }

  private void acts(Socket phone) {
    phone.awaitsAnswerTo(phone.types(late.conversation(), true));
    phone.awaitsAnswerTo(phone.says("delivered", Map.of("message_id", late.id())));
    phone.awaitsAnswerTo(phone.says("read", Map.of("message_id", late.id())));
  }

  private void sees(boolean isSeen, String type, Predicate<JsonNode> which) {
    if (isSeen) {
      eyes.awaits(type, which);
    }
    eyes.hasNo(type, which);
  }

  private void statusSeen() {
    sees(now.isSeenOnline(), "user_status", f -> f.at("/data/user_id").asText().equals(alice.id()));
  }

  private void framesShow() {
    Predicate<JsonNode> ofLate = f -> f.at("/data/message_id").asText().equals(late.id());
    sees(now.isInTouch(), "user_typing", f -> true);
    sees(now.isInTouch(), "message_status", ofLate);
    sees(now.isInTouch() && now.sendsReceipts, "message_read", ofLate);
    eyes.hasNo("conversation_read");
  }

  private void profileAndSearchShow() {
    JsonNode profile = viewer.gets("/v1/users/" + alice.id()).isOk();
    assertEquals(now.isSeenOnline(), profile.path("is_online").asBoolean());
    assertEquals(now.isSeenOnline(), profile.path("last_seen").isTextual());
    JsonNode found = viewer.gets("/v1/users?query=" + alice.username()).isOk().path("users");
    assertEquals(!now.isBlocking, found.findValuesAsText("id").contains(alice.id()));
  }

  private void inboxShows() {
    assertEquals(now.isTalking && !now.isBlocking, viewer.inbox().has(alice));
    if (viewer.inbox().has(alice)) {
      JsonNode shown = viewer.inbox().with(alice).participant();
      assertEquals(now.isSeenOnline(), shown.path("is_online").asBoolean());
      assertEquals(now.isSeenOnline(), shown.path("last_seen").isTextual());
    }
  }

  private void historyShows() {
    Answer history = viewer.triesToReadHistory(late.conversation(), "mark_read=false");
    if (!now.isTalking) {
      history.isRefused(403, "not_participant");
    } else if (now.isBlocking) {
      history.isRefused(403, "blocked");
    } else {
      assertEquals(now.sendsReceipts ? "read" : "delivered", shown(early));
      // Across bob's block she reaches nothing: it stays as it was.
      assertEquals(now.isBlocked ? "sent" : now.sendsReceipts ? "read" : "delivered", shown(late));
    }
  }

  private String shown(Message message) {
    Message seen = viewer.peeksAt(message.conversation()).get(message);
    assertEquals(seen.status().equals("read"), seen.isRead());
    assertEquals(seen.isRead(), seen.json().path("read_at").isTextual());
    return seen.status();
  }

  private void syncShows() {
    SyncPage changes = viewer.syncs(cursor);
    assertEquals(now.isInTouch(), tells(changes, "delivered"));
    assertEquals(now.isInTouch() && now.sendsReceipts, tells(changes, "read"));

    SyncPage fresh = viewer.syncs(null);
    boolean isListed = now.isTalking && !now.isBlocking;
    assertEquals(isListed, fresh.contents().contains("late"));
    fresh.messages().stream()
        .filter(message -> message.id().equals(early.id()))
        .forEach(message -> assertEquals(now.sendsReceipts, message.isRead()));
    assertEquals(now.isSeenOnline(), fresh.data().toString().contains("\"is_online\":true"));
  }

  private boolean tells(SyncPage page, String status) {
    return page.receipts().stream()
        .anyMatch(
            receipt ->
                receipt.path("status").asText().equals(status)
                    && receipt.path("message_id").asText().equals(late.id()));
  }
}
