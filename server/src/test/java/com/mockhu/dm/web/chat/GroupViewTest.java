package com.mockhu.dm.web.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.mockhu.dm.scenario.group.GroupRoom;
import com.mockhu.dm.web.browser.Member;
import com.mockhu.dm.web.browser.ViewTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the messenger shows of a group that was created over the API. */
class GroupViewTest extends ViewTest {
  @Test
  void a_group_has_its_name_and_each_message_the_name_of_its_sender() {
    GroupRoom room =
        GroupRoom.of(
            campus, Map.of("name", "Organic chemistry"), maya.person(), jonas.person(), alice);
    alice.sends("Lab is at nine").in(room.id());
    jonas.opens(room.id()).sees("Lab is at nine");

    assertThat(jonas.page().locator(".chat__name")).hasText("Organic chemistry");
    assertThat(jonas.message("Lab is at nine").locator(".bubble__author"))
        .hasText(alice.gets("/v1/users/me").isOk().path("full_name").asText());
    jonas.sends("Coming").seesSent("Coming");
    maya.opens(room.id()).sees("Coming");
    assertThat(maya.message("Coming").locator(".bubble__author")).hasText("Jonas");
  }

  @Test
  void changes_of_a_group_are_sentences_and_count_as_nothing() {
    GroupRoom room =
        GroupRoom.of(campus, Map.of("name", "Film club"), maya.person(), jonas.person());
    room.tries("PATCH", "", Map.of("name", "Cinema club")).isOk();

    jonas.goesTo("/");
    assertThat(jonas.page().locator("[data-id='" + room.id() + "'] .row__name"))
        .hasText("Cinema club");
    assertThat(jonas.page().locator("[data-id='" + room.id() + "'] .badge")).hasCount(0);
    jonas.opens(room.id());
    assertThat(jonas.log().locator(".notice")).hasCount(2);
  }

  @Test
  void nobody_can_block_a_group_from_its_menu() {
    GroupRoom room = GroupRoom.of(campus, Map.of("name", "Choir"), maya.person(), jonas.person());
    Member opened = jonas.opens(room.id());
    opened.clicks("Chat options");
    assertThat(jonas.page().locator("[role=menuitem]")).hasCount(1);
  }
}
