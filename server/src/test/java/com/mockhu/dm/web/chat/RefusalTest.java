package com.mockhu.dm.web.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.web.browser.Member;
import com.mockhu.dm.web.browser.MessengerTest;
import com.mockhu.dm.web.browser.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Refusals by the server, in the reader's language and with what to do. */
class RefusalTest extends MessengerTest {
  private static final String MESSAGES = "**/v1/conversations/*/messages";
  private static final String FILE_WITH_MACROS =
      """
      {"code":"file_refused","message":"Macros.","details":{"reason_code":"macros","reason":"Macros."}}
      """;
  private static final String UPLOADS = "**/v1/messages/upload";

  private Member lena(NewContextOptions options) {
    Member lena = Member.joins(visitor(options), campus, "Lena");
    lena.visitor().expectsTrouble();
    return lena.opens(lena.person().opensConversationWith(alice).id());
  }

  @Test
  void each_refusal_of_a_file_is_told_at_the_file_in_german_too_until_it_goes() {
    Member lena = lena(new NewContextOptions().setLocale("de-DE"));
    lena.visitor().context().route(UPLOADS, route -> proxyRefuses(route, 413));
    lena.page()
        .locator("#composer-files")
        .setInputFiles(
            new FilePayload[] {
              new FilePayload("gut.png", "image/png", Pixels.png(40, 30)),
              new FilePayload("falsch.png", "image/png", Papers.text("kein Bild"))
            });
    lena.sends("Zwei Bilder");
    Locator message = lena.message("Zwei Bilder");
    seesAt(message, "Zu groß für diesen Server");
    for (var each :
        Map.of(
                "file_infected", "Der Virenscanner hat in dieser Datei eine Bedrohung gefunden",
                "storage_full", "Für Dateien ist kein Speicherplatz mehr frei.")
            .entrySet()) {
      refuses(lena, UPLOADS, each.getKey().equals("storage_full") ? 507 : 403, each.getKey(), "No");
      button(message, "Upload von gut.png wiederholen").click();
      seesAt(message, each.getValue());
    }
    answers(lena, UPLOADS, 400, FILE_WITH_MACROS, Map.of());
    button(message, "Upload von gut.png wiederholen").click();
    seesAt(message, "Diese Datei enthält Makros");
    lena.visitor().context().unroute(UPLOADS);
    button(message, "Upload von gut.png wiederholen").click();
    // The other one the server itself refuses.
    assertThat(button(message, "Upload von falsch.png wiederholen")).isVisible();
    seesAt(message, "Der Inhalt der Datei passt nicht zu ihrer Endung.");
    button(message, "Upload von falsch.png abbrechen").click();
    assertThat(message.getByRole(AriaRole.IMG, Member.named("Gesendet"))).isVisible();
  }

  @Test
  void who_was_disabled_can_be_written_to_as_soon_as_they_are_enabled() {
    Member lena = lena(new NewContextOptions());
    campus.pushes("POST", "/users/" + alice.id() + "/disable", null).isOk();
    lena.sends("Are you there?");
    assertThat(lena.page().getByText("This account is disabled.").first()).isVisible();
    campus.pushes("POST", "/users/" + alice.id() + "/enable", null).isOk();
    button(lena.message("Are you there?"), "Retry").click();
    assertThat(lena.page().getByText("This account is disabled.")).hasCount(0);
    assertThat(lena.message("Are you there?").getByRole(AriaRole.IMG, Member.named("Sent")))
        .isVisible();
  }

  @Test
  void a_refused_message_says_why_in_german_and_the_servers_words_where_there_are_no_others() {
    Member lena = lena(new NewContextOptions().setLocale("de-DE"));
    refuses(
        lena,
        MESSAGES,
        400,
        "invalid_request",
        "Any sentence.\",\"details\":{\"reason_code\":\"content_characters\"},\"x\":\"");
    lena.sends("Erste");
    seesAt(lena.message("Erste"), "Nicht gesendet.");
    seesAt(lena.message("Erste"), "Der Text enthält ungültige Zeichen.");
    refuses(lena, MESSAGES, 400, "invalid_request", "The bell has rung.");
    button(lena.message("Erste"), "Wiederholen").click();
    seesAt(lena.message("Erste"), "Servermeldung: The bell has rung.");
    lena.visitor().context().unroute(MESSAGES);
    button(lena.message("Erste"), "Löschen").click();
    lena.seesNo("Erste");
  }

  @Test
  void a_rate_limit_counts_down_and_the_message_goes_when_it_is_over() {
    Member lena = Member.joins(visitor(), campus, "Lena");
    lena.visitor().expectsTrouble();
    lena.page().clock().install();
    lena.opens(lena.person().opensConversationWith(alice).id());
    answers(lena, MESSAGES, 429, "rate_limited", "Slow down.", Map.of("Retry-After", "40"));
    lena.sends("Slowly");
    Locator held = lena.message("Slowly").getByText("Will send in");
    assertThat(held).containsText("Will send in 40 seconds.");
    lena.page().clock().fastForward(12_000);
    assertThat(held).containsText("Will send in 2");
    assertThat(lena.message("Slowly").getByText("Not sent.")).hasCount(0);
    lena.visitor().context().unroute(MESSAGES);
    lena.page().clock().fastForward(30_000);
    lena.seesSent("Slowly");
    assertThat(held).hasCount(0);
  }

  @Test
  void the_id_of_the_request_can_be_copied_on_pages_without_a_secure_address_too() {
    for (boolean isSecure : List.of(true, false)) {
      Visitor browser = visitor();
      browser.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      if (!isSecure) {
        browser.context().addInitScript("delete Navigator.prototype.clipboard");
      }
      Member lena = Member.joins(browser, campus, "Lena");
      browser.expectsTrouble();
      lena.opens(lena.person().opensConversationWith(alice).id());
      String id = "request-" + isSecure;
      answers(lena, MESSAGES, 400, "invalid_request", "No.", Map.of("X-Request-Id", id));
      lena.sends("Refused");
      button(lena.message("Refused"), "Copy request ID").click();
      assertThat(lena.page().getByText("Copied.")).isVisible();
      lena.composer().focus();
      lena.presses("ControlOrMeta+V");
      assertThat(lena.composer()).hasValue(id);
    }
  }

  private static void seesAt(Locator message, String text) {
    assertThat(message.getByText(text).first()).isVisible();
  }

  private static Locator button(Locator message, String name) {
    return message.getByRole(AriaRole.BUTTON, Member.named(name));
  }

  /** As a proxy does that has a limit of its own. */
  private static void proxyRefuses(Route route, int status) {
    route.fulfill(
        new Route.FulfillOptions().setStatus(status).setBody("<html>Entity Too Large</html>"));
  }

  private static void refuses(Member member, String what, int status, String code, String words) {
    answers(member, what, status, code, words, Map.of());
  }

  private static void answers(
      Member member,
      String what,
      int status,
      String code,
      String words,
      Map<String, String> headers) {
    answers(
        member, what, status, "{\"code\":\"" + code + "\",\"message\":\"" + words + "\"}", headers);
  }

  private static void answers(
      Member member, String what, int status, String error, Map<String, String> headers) {
    member.visitor().context().unroute(what);
    member
        .visitor()
        .context()
        .route(
            what,
            route -> {
              if (route.request().method().equals("POST")) {
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(status)
                        .setHeaders(headers)
                        .setBody("{\"success\":false,\"error\":" + error + "}"));
              } else {
                route.resume();
              }
            });
  }
}
