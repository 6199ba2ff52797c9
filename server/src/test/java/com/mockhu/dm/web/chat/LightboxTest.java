package com.mockhu.dm.web.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.web.browser.Member;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looking at pictures, with fingers, with the mouse and with the keyboard. */
class LightboxTest extends MessengerTest {
  private String sendsPictures() {
    List<JsonNode> pictures =
        Stream.of("a.png", "b.png")
            .map(name -> alice.uploads(Form.images().file(name, Pixels.png(600, 400))).path(0))
            .toList();
    return alice.sends("Two").withImages(pictures).to(bob).conversation();
  }

  @Test
  void fingers_swipe_to_the_next_pinch_and_tap_to_look_closer_and_pull_down_to_close() {
    NewContextOptions phone =
        new NewContextOptions().setHasTouch(true).setIsMobile(true).setViewportSize(390, 800);
    Messenger bobs = Messenger.of(visitor(phone), bob, "/c/" + sendsPictures());
    CDPSession fingers = bobs.page().context().newCDPSession(bobs.page());
    bobs.button("Open image: a.png").click();
    image(bobs, "a.png").waitFor();
    moves(fingers, new double[][] {{300, 400}, {200, 405}, {80, 410}});
    image(bobs, "b.png").waitFor();
    moves(fingers, new double[][] {{80, 400}, {200, 405}, {300, 410}});
    image(bobs, "a.png").waitFor();

    moves(
        fingers, new double[][] {{180, 400, 210, 400}, {130, 400, 260, 400}, {90, 400, 300, 400}});
    isScaled(bobs, "> 3");
    // Near as it is, a finger moves it and does not leaf on.
    moves(fingers, new double[][] {{300, 400}, {200, 400}, {80, 400}});
    isScaled(bobs, "> 3");
    assertThat(bobs.dialog("a.png")).isVisible();
    bobs.press("0");
    isScaled(bobs, "=== 1");
    taps(fingers, 195, 400);
    taps(fingers, 195, 400);
    isScaled(bobs, "=== 2.5");
    bobs.button("Zoom").click();
    isScaled(bobs, "=== 1");
    moves(fingers, new double[][] {{195, 300}, {195, 400}, {195, 520}});
    assertThat(bobs.dialog("a.png")).hasCount(0);
    bobs.isFocused(bobs.button("Open image: a.png"));
  }

  /** Its place once it has stopped moving: the view opens with an animation. */
  private static BoundingBox atRest(Messenger viewer, Locator image) {
    BoundingBox[] last = {image.boundingBox()};
    viewer
        .page()
        .waitForCondition(
            () -> {
              BoundingBox before = last[0];
              viewer.page().evaluate("() => new Promise((done) => setTimeout(done, 100))");
              last[0] = image.boundingBox();
              return before.x == last[0].x && before.width == last[0].width;
            });
    return last[0];
  }

  @Test
  void the_mouse_and_keys_look_closer_where_one_points_and_move_what_is_near() {
    Messenger bobs = messenger(bob, "/c/" + sendsPictures());
    bobs.button("Open image: a.png").click();
    Locator image = image(bobs, "a.png");
    BoundingBox whole = atRest(bobs, image);
    double x = whole.x + 0.4 * whole.width;
    double y = whole.y + 0.4 * whole.height;
    bobs.page().mouse().dblclick(x, y);
    isScaled(bobs, "=== 2.5");
    BoundingBox near = image.boundingBox();
    assertEquals(0.4, (x - near.x) / near.width, 0.01);
    assertEquals(0.4, (y - near.y) / near.height, 0.01);

    bobs.page().mouse().move(640, 400);
    bobs.page().mouse().down();
    bobs.page().mouse().move(600, 380);
    bobs.page().mouse().up();
    begins(bobs, near.x - 40);
    bobs.press("ArrowRight");
    begins(bobs, near.x - 120);
    for (int i = 0; i < 20; i++) {
      bobs.press("ArrowRight");
    }
    // Its edge comes into sight and stays there.
    begins(bobs, 1280 - near.width);
    assertThat(bobs.dialog("a.png")).isVisible();

    bobs.page().mouse().wheel(0, 2_000);
    isScaled(bobs, "=== 1");
    bobs.press("+");
    isScaled(bobs, "=== 1.6");
    assertThat(bobs.button("Zoom")).hasAttribute("aria-pressed", "true");
    bobs.press("0");
    isScaled(bobs, "=== 1");
    bobs.press("ArrowRight");
    image(bobs, "b.png").waitFor();
    bobs.press("Escape");
    bobs.isFocused(bobs.button("Open image: a.png"));
  }

  private static Locator image(Messenger screen, String name) {
    return screen
        .dialog(name)
        .getByRole(com.microsoft.playwright.options.AriaRole.IMG, Member.named(name));
  }

  /** Once it has stopped moving: where its left edge is, in pixels. */
  private static void begins(Messenger screen, double x) {
    String left = "document.querySelector('.lightbox__image').getBoundingClientRect().x";
    screen.until("Math.abs(" + left + " - " + x + ") < 1");
  }

  /** Once it has stopped growing. */
  private static void isScaled(Messenger screen, String comparison) {
    screen.until(
        "Number((getComputedStyle(document.querySelector('.lightbox__image')).transform"
            + ".match(/matrix\\((.+?),/) ?? [0, 1])[1]) "
            + comparison);
  }

  /** One finger, or two, from place to place: pairs of numbers. */
  private static void moves(CDPSession fingers, double[][] places) {
    touches(fingers, "touchStart", places[0]);
    for (int i = 1; i < places.length; i++) {
      touches(fingers, "touchMove", places[i]);
    }
    touches(fingers, "touchEnd", new double[0]);
  }

  private static void taps(CDPSession fingers, double x, double y) {
    moves(fingers, new double[][] {{x, y}});
  }

  private static void touches(CDPSession fingers, String type, double[] places) {
    JsonArray points = new JsonArray();
    for (int i = 0; i < places.length; i += 2) {
      JsonObject point = new JsonObject();
      point.addProperty("x", places[i]);
      point.addProperty("y", places[i + 1]);
      point.addProperty("id", i);
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    fingers.send("Input.dispatchTouchEvent", event);
  }
}
