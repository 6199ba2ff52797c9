package com.mockhu.dm.web.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.web.browser.Member;
import com.mockhu.dm.web.browser.ViewTest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files, from the picker of the one to the screen of the other. */
class FilesTest extends ViewTest {
  private String id;

  @BeforeEach
  void openTheirConversation() {
    id = theirs();
    maya.opens(id);
  }

  private static FilePayload picture(String name, int width, int height) {
    return new FilePayload(name, "image/png", Pixels.png(width, height));
  }

  private static FilePayload paper(String name, int bytes) {
    return new FilePayload(name, "text/plain", Papers.text("x".repeat(bytes)));
  }

  private void picks(FilePayload... files) {
    maya.page().waitForFileChooser(() -> maya.clicks("Attach files")).setFiles(files);
  }

  private Locator tray() {
    return maya.the(AriaRole.LIST, "Files to send");
  }

  /** A caption of this test alone. */
  private Locator sent(Member by, String caption) {
    return by.message(caption);
  }

  @Test
  void picked_pictures_show_before_they_are_sent_and_the_other_leafs_through_them() {
    jonas.opens(id);
    picks(picture("sea.png", 300, 200), picture("wrong.png", 30, 30), picture("sky.png", 200, 300));
    assertThat(tray().getByRole(AriaRole.IMG)).hasCount(3);
    maya.clicks("Remove wrong.png");
    assertThat(tray().getByRole(AriaRole.IMG)).hasCount(2);
    maya.sends("Two of the coast");
    assertThat(tray()).hasCount(0);
    maya.seesAs("Two of the coast", "Read");

    Locator first = opener(jonas, "Two of the coast", "sea.png");
    first.click();
    assertThat(jonas.the(AriaRole.DIALOG, "sea.png")).isVisible();
    assertThat(jonas.button("Next image")).isVisible();
    assertThat(jonas.button("Previous image")).isHidden();
    jonas.presses("ArrowRight");
    Locator second = jonas.the(AriaRole.DIALOG, "sky.png");
    assertThat(second.getByRole(AriaRole.IMG, Member.named("sky.png"))).isVisible();
    assertThat(second).containsText("2 of 2");
    var download = jonas.page().waitForDownload(() -> jonas.clicks("Download"));
    assertEquals("sky.png", download.suggestedFilename());
    jonas.presses("Tab").presses("Tab").presses("Tab").presses("Tab").presses("Tab");
    assertThat(second.locator(":focus")).hasCount(1);
    jonas.presses("Escape");
    assertThat(second).hasCount(0);
    assertThat(first).isFocused();
  }

  private static Locator opener(Member member, String caption, String file) {
    return member.message(caption).getByRole(AriaRole.BUTTON, Member.named("Open image: " + file));
  }

  @Test
  void the_place_of_a_picture_is_kept_until_it_is_there() {
    List<Route> held = new ArrayList<>();
    Pattern files = Pattern.compile("/v1/messages/files/");
    jonas.visitor().context().route(files, held::add);
    jonas.opens(id);
    picks(picture("wide.png", 400, 300));
    maya.sends("Wide");
    jonas.sees("Wide");
    Locator cell = jonas.message("Wide").getByRole(AriaRole.BUTTON).first();
    var before = cell.boundingBox();
    assertEquals(4.0 / 3, before.width / before.height, 0.02);
    jonas.page().waitForCondition(() -> !held.isEmpty());
    jonas.visitor().context().unroute(files);
    held.forEach(Route::resume);
    cell.locator("img").evaluate("(image) => image.decode()");
    assertEquals(before.height, cell.boundingBox().height, 0.5);
    assertEquals(before.width, cell.boundingBox().width, 0.5);
  }

  @Test
  void files_can_be_dropped_anywhere_on_the_conversation_and_pasted() {
    Locator pane = maya.the(AriaRole.MAIN, "Chat with Jonas");
    Object carried = maya.page().evaluateHandle(CARRY, "notes.txt");
    pane.dispatchEvent("dragenter", java.util.Map.of("dataTransfer", carried));
    assertThat(maya.page().getByText("Drop files to send them")).isVisible();
    pane.dispatchEvent("drop", java.util.Map.of("dataTransfer", carried));
    assertThat(maya.page().getByText("Drop files to send them")).hasCount(0);
    assertThat(tray()).containsText("notes.txt");
    maya.composer().evaluate(PASTE, Base64.getEncoder().encodeToString(Pixels.png(20, 20)));
    assertThat(tray().getByRole(AriaRole.IMG, Member.named("image.png"))).isVisible();
    maya.sends("Both").seesSent("Both");
    Locator message = sent(maya, "Both");
    assertThat(message.getByRole(AriaRole.BUTTON, name("Download notes.txt.*"))).isVisible();
    assertThat(message.getByRole(AriaRole.BUTTON, Member.named("Open image: Both"))).isVisible();
  }

  private static Locator.GetByRoleOptions name(String pattern) {
    return new Locator.GetByRoleOptions().setName(Pattern.compile(pattern));
  }

  private static final String CARRY =
      """
      (name) => {
        const carried = new DataTransfer();
        carried.items.add(new File(['some notes'], name, {type: 'text/plain'}));
        return carried;
      }
      """;

  private static final String PASTE =
      """
      (field, picture) => {
        const bytes = Uint8Array.from(atob(picture), (each) => each.charCodeAt(0));
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([bytes], 'image.png', {type: 'image/png'}));
        field.dispatchEvent(
            new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
      }
      """;

  @Test
  void what_the_server_would_never_take_is_not_even_attached() {
    picks(paper("tool.exe", 5));
    assertThat(alert("“tool.exe” can’t be sent")).isVisible();
    picks(paper("empty.txt", 0));
    assertThat(alert("“empty.txt” is empty.")).isVisible();
    assertThat(tray()).hasCount(0);
    FilePayload[] six = new FilePayload[6];
    java.util.Arrays.setAll(six, i -> paper(i + ".txt", 3));
    picks(six);
    assertThat(alert("You can send up to 5 files per message.")).isVisible();
    assertThat(tray().getByRole(AriaRole.LISTITEM)).hasCount(5);
    for (int i = 0; i < 5; i++) {
      maya.clicks("Remove " + i + ".txt");
    }
  }

  private Locator alert(String text) {
    return maya.page()
        .getByRole(AriaRole.ALERT)
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  @Test
  void an_upload_shows_how_far_it_is_and_cancelling_it_leaves_nothing() {
    CDPSession network = slow(50_000);
    picks(paper("long.txt", 2_000_000));
    maya.sends("Takes a while");
    Locator progress =
        maya.message("Takes a while")
            .getByRole(AriaRole.PROGRESSBAR, Member.named("Upload of long.txt"));
    assertThat(progress).hasAttribute("value", Pattern.compile("[1-9]\\d?"));
    maya.sends("Right behind it");
    maya.seesAs("Right behind it", "Waiting to send");
    maya.visitor().expectsTrouble();
    maya.message("Takes a while")
        .getByRole(AriaRole.BUTTON, Member.named("Cancel long.txt"))
        .click();
    network.detach();
    maya.seesSent("Right behind it").seesSent("Takes a while");
    assertThat(maya.message("Takes a while").getByRole(AriaRole.PROGRESSBAR)).hasCount(0);
  }

  private CDPSession slow(int bytesPerSecond) {
    CDPSession network = maya.visitor().context().newCDPSession(maya.page());
    network.send("Network.enable");
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", 0);
    conditions.addProperty("downloadThroughput", -1);
    conditions.addProperty("uploadThroughput", bytesPerSecond);
    network.send("Network.emulateNetworkConditions", conditions);
    return network;
  }

  @Test
  void what_the_server_refuses_stands_at_the_file_and_the_rest_can_go() {
    maya.visitor().expectsTrouble();
    picks(
        picture("good.png", 40, 40),
        new FilePayload("fake.png", "image/png", Papers.text("this is no picture")));
    maya.sends("One is fake");
    Locator message = sent(maya, "One is fake");
    assertThat(message.getByRole(AriaRole.BUTTON, Member.named("Retry fake.png"))).isVisible();
    assertThat(message.getByText(Pattern.compile("^The file’s content doesn’t match"))).isVisible();
    message.getByRole(AriaRole.BUTTON, Member.named("Cancel fake.png")).click();
    maya.seesSent("One is fake");
    assertThat(message.getByRole(AriaRole.BUTTON, name("Open image.*"))).hasCount(1);
  }

  @Test
  void a_file_has_its_name_size_and_kind_and_is_saved_under_its_own_name() {
    jonas.opens(id);
    picks(paper("Essay on the very long history of the small campus cats.txt", 1_500));
    maya.sends("My essay");
    Locator file =
        jonas.message("My essay").getByRole(AriaRole.BUTTON, name("Download Essay.*, 1 kB"));
    assertThat(file).containsText("TXT");
    var download = jonas.page().waitForDownload(file::click);
    assertEquals(
        "Essay on the very long history of the small campus cats.txt",
        download.suggestedFilename());
  }
}
