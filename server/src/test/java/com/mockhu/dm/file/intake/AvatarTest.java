package com.mockhu.dm.file.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.file.Samples;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Person;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pictures of people: in by a form, shown everywhere, gone when they are replaced. */
class AvatarTest extends CampusTest {
  private static final String PATH = "/v1/users/me/avatar";

  private Answer triesToSet(Person person, Form form) {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + person.token(), "Content-Type", form.contentType());
    return campus.http().raw("PUT", PATH, headers, form.body());
  }

  private String sets(Person person, byte[] picture) {
    Form form = Form.withoutType().file("me.png", picture);
    return triesToSet(person, form).isOk().path("avatar_url").asText();
  }

  private HttpResponse<byte[]> seen(String url) {
    return campus.http().download("GET", url, Map.of());
  }

  private long held() {
    return campus.counts(
        "SELECT count(*) FROM uploads WHERE removed_at IS NULL AND uploader_id = '"
            + alice.id()
            + "'");
  }

  @Test
  void a_picture_becomes_a_square_that_everybody_sees() {
    String url = sets(alice, Pixels.png(900, 500));
    assertTrue(url.matches("/uploads/avatars/[0-9a-f-]{36}\\.jpg"), url);
    HttpResponse<byte[]> shown = seen(url);
    assertEquals("image/jpeg", shown.headers().firstValue("Content-Type").orElseThrow());
    BufferedImage image = Pixels.read(shown.body());
    assertEquals(400, image.getWidth());
    assertEquals(400, image.getHeight());
    assertEquals(url, bob.gets("/v1/users/" + alice.id()).isOk().path("avatar_url").asText());
    alice.sends("hi").to(bob);
    JsonNode conversation =
        bob.gets("/v1/conversations").isOk().path("conversations").path(0).path("participant");
    assertEquals(url, conversation.path("avatar_url").asText());
  }

  @Test
  void a_picture_held_sideways_is_turned_and_forgets_its_camera() {
    byte[] photo = Pixels.jpegHeld(6, 400, 400, "52.5N 13.4E");
    Form form = Form.withoutType().file("me.jpg", photo);
    String url = triesToSet(alice, form).isOk().path("avatar_url").asText();
    byte[] kept = seen(url).body();
    BufferedImage upright = Pixels.read(kept);
    assertTrue((upright.getRGB(200, 20) & 0xFF0000) > 0xA00000);
    assertTrue((upright.getRGB(200, 380) & 0xFF) > 0xA0);
    assertTrue(!new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1).contains("13.4E"));
  }

  /** A day passes for the pictures that were replaced, as no request can. */
  private void aDayPasses() {
    campus.counts(
        """
        WITH aged AS (UPDATE uploads SET removed_at = removed_at - interval '24 hours'
                       WHERE removed_at > now() RETURNING 1)
        SELECT count(*) FROM aged
        """);
  }

  @Test
  void the_picture_before_stays_for_a_day_and_the_new_one_as_long_as_it_is_shown() {
    String first = sets(alice, Pixels.png(50, 50));
    String second = sets(alice, Pixels.png(60, 60));
    assertEquals(200, seen(first).statusCode());
    assertEquals(200, seen(second).statusCode());
    aDayPasses();
    assertEquals(404, seen(first).statusCode());
    assertEquals(200, seen(second).statusCode());
    assertEquals(1, held());
    alice.calls("PATCH", "/v1/users/me", Map.of("full_name", "Alice B")).isOk();
    assertEquals(200, seen(second).statusCode());
  }

  @Test
  void an_address_in_its_place_or_none_removes_it() {
    String url = sets(alice, Pixels.png(50, 50));
    alice.calls("PUT", PATH, Map.of("avatar_url", url)).isOk();
    assertEquals(200, seen(url).statusCode());
    alice.calls("PUT", PATH, Map.of("avatar_url", "https://example.org/me.png")).isOk();
    assertEquals(0, held());
    assertEquals(200, seen(url).statusCode());
    aDayPasses();
    assertEquals(404, seen(url).statusCode());
  }

  @Test
  void whoever_goes_back_to_their_old_picture_keeps_it() {
    String url = sets(alice, Pixels.png(50, 50));
    alice.calls("PUT", PATH, Map.of("avatar_url", "/else.png")).isOk();
    alice.calls("PUT", PATH, Map.of("avatar_url", url)).isOk();
    aDayPasses();
    assertEquals(200, seen(url).statusCode());
    assertEquals(1, held());
  }

  @Test
  void another_person_s_picture_can_be_pointed_at_and_not_held() {
    String url = sets(alice, Pixels.png(50, 50));
    bob.calls("PUT", PATH, Map.of("avatar_url", url)).isOk();
    bob.calls("PUT", PATH, Map.of("avatar_url", "/else.png")).isOk();
    assertEquals(200, seen(url).statusCode());
  }

  @Test
  void the_host_s_own_picture_replaces_it() {
    String url = sets(alice, Pixels.png(50, 50));
    Map<String, String> profile =
        Map.of(
            "username", alice.username(),
            "full_name", "Alice",
            "avatar_url", "https://host.example/alice.png");
    campus.pushes("PUT", "/users/" + alice.id(), profile).isOk();
    assertEquals(200, seen(url).statusCode());
    aDayPasses();
    assertEquals(404, seen(url).statusCode());
  }

  @Test
  void pages_of_other_sites_may_show_it() {
    String policy = "Cross-Origin-Resource-Policy";
    var picture = seen(sets(alice, Pixels.png(50, 50)));
    assertEquals("cross-origin", picture.headers().firstValue(policy).orElse(""));
  }

  @Test
  void it_goes_with_the_account() {
    String before = sets(carol, Pixels.png(60, 60));
    String url = sets(carol, Pixels.png(50, 50));
    campus.pushes("DELETE", "/users/" + carol.id(), null).isOk();
    assertEquals(404, seen(url).statusCode());
    assertEquals(404, seen(before).statusCode());
  }

  @Test
  void what_is_no_picture_is_refused_and_changes_nothing() {
    String url = sets(alice, Pixels.png(50, 50));
    triesToSet(alice, Form.withoutType()).isRefused(400, "invalid_request");
    triesToSet(alice, Form.withoutType().file("me.pdf", Papers.pdf()))
        .isRefused(400, "file_refused");
    triesToSet(alice, Form.withoutType().file("me.png", Papers.text("no picture")))
        .isRefused(400, "file_refused");
    triesToSet(
            alice,
            Form.withoutType().file("a.png", Pixels.png(9, 9)).file("b.png", Pixels.png(9, 9)))
        .isRefused(400, "invalid_request");
    triesToSet(alice, Form.withoutType().file("me.jpg", new byte[(10 << 20) + 1]))
        .isRefused(413, "payload_too_large");
    assertEquals(url, alice.gets("/v1/users/me").isOk().path("avatar_url").asText());
    assertEquals(1, held());
  }

  @Test
  void an_animated_one_shows_its_first_frame() {
    Form form = Form.withoutType().file("me.webp", Samples.of("animated-large.webp"));
    String url = triesToSet(alice, form).isOk().path("avatar_url").asText();
    assertEquals(400, Pixels.read(seen(url).body()).getWidth());
  }

  @Test
  void it_cannot_be_sent_as_a_file() {
    String url = sets(alice, Pixels.png(50, 50));
    alice
        .posts(
            "/v1/messages",
            Map.of(
                "recipient_id", bob.id(),
                "message_type", "image",
                "attachments", java.util.List.of(Map.of("url", url))))
        .isRefused(400, "invalid_request");
  }

  @Test
  void a_long_address_is_refused_like_every_large_body() {
    String text = "a".repeat(300_000);
    alice.calls("PUT", PATH, Map.of("avatar_url", text)).isRefused(413, "payload_too_large");
  }
}
