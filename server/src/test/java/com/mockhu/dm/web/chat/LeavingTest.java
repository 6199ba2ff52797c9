package com.mockhu.dm.web.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.web.browser.Member;
import com.mockhu.dm.web.browser.ViewTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot go, should not be left alone, or go at the second attempt. */
class LeavingTest extends ViewTest {
  private static final String UPLOADS = "**/v1/messages/upload";

  @Test
  void a_folder_is_refused_with_a_sentence_and_the_files_beside_it_are_taken(@TempDir Path desk)
      throws IOException {
    maya.opens(theirs());
    Path folder = Files.createDirectory(desk.resolve("holiday"));
    Files.writeString(folder.resolve("inside.txt"), "inside");
    Path file = Files.writeString(desk.resolve("beside.txt"), "beside");
    drops(maya.page(), folder, file);
    assertThat(maya.page().getByRole(AriaRole.ALERT).getByText("Folders can’t be sent."))
        .isVisible();
    Locator tray = maya.the(AriaRole.LIST, "Files to send");
    assertThat(tray.getByRole(AriaRole.LISTITEM)).hasCount(1);
    maya.clicks("Remove beside.txt");
    assertThat(tray).hasCount(0);
  }

  /** As from the desktop: by the browser's own hand, since pages can make no folders. */
  private static void drops(Page page, Path... paths) {
    CDPSession hand = page.context().newCDPSession(page);
    JsonArray files = new JsonArray();
    List.of(paths).forEach(each -> files.add(each.toString()));
    JsonObject data = new JsonObject();
    data.add("items", new JsonArray());
    data.add("files", files);
    data.addProperty("dragOperationsMask", 1);
    BoundingBox pane = page.getByRole(AriaRole.LOG).boundingBox();
    for (String type : List.of("dragEnter", "dragOver", "drop")) {
      JsonObject event = new JsonObject();
      event.addProperty("type", type);
      event.addProperty("x", pane.x + pane.width / 2);
      event.addProperty("y", pane.y + pane.height / 2);
      event.add("data", data);
      hand.send("Input.dispatchDragEvent", event);
    }
    hand.detach();
  }

  @Test
  void leaving_in_the_middle_of_an_upload_asks_first_and_afterwards_does_not() {
    maya.opens(theirs());
    List<Route> held = new CopyOnWriteArrayList<>();
    maya.visitor().context().route(UPLOADS, held::add);
    picks("notes.txt");
    maya.sends("With notes");
    maya.page().waitForCondition(() -> !held.isEmpty());
    List<String> asked = new ArrayList<>();
    Consumer<Dialog> stays =
        dialog -> {
          asked.add(dialog.type());
          dialog.dismiss();
        };
    maya.page().onDialog(stays);
    maya.page().close(new Page.CloseOptions().setRunBeforeUnload(true));
    maya.page().waitForCondition(() -> !asked.isEmpty());
    assertEquals(List.of("beforeunload"), asked);
    maya.visitor().context().unroute(UPLOADS);
    held.forEach(Route::resume);
    maya.seesSent("With notes");
    maya.reloads().seesSent("With notes");
    maya.page().offDialog(stays);
    assertEquals(1, asked.size());
  }

  @Test
  void one_file_that_failed_goes_by_retry_and_what_was_written_meanwhile_stays_in_its_place() {
    String id = maya.person().opensConversationWith(alice).id();
    maya.opens(id);
    maya.visitor().expectsTrouble();
    List<Route> held = new CopyOnWriteArrayList<>();
    maya.visitor().context().route(UPLOADS, held::add);
    picks("one.txt", "two.txt");
    maya.sends("Both files").sends("Written meanwhile").seesUnsent("Written meanwhile");
    maya.page().waitForCondition(() -> held.size() == 1);
    held.getFirst().resume();
    maya.page().waitForCondition(() -> held.size() == 2);
    Locator files = maya.message("Both files");
    held.getLast().fulfill(new Route.FulfillOptions().setStatus(400).setBody(REFUSAL));
    // A refused message waits for its author and does not delay the next ones.
    maya.seesSent("Written meanwhile");
    maya.visitor().context().unroute(UPLOADS);
    Locator retry = files.getByRole(AriaRole.BUTTON, Member.named("Retry two.txt"));
    assertThat(files.getByRole(AriaRole.BUTTON, Member.named("Retry one.txt"))).hasCount(0);
    retry.click();
    maya.seesSent("Both files");
    assertEquals(List.of("Both files", "Written meanwhile"), alice.peeksAt(id).contents());
    assertThat(files.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Download")))
        .hasCount(2);
    assertEquals(
        List.of("Written meanwhile", "Both files"),
        maya.messages().locator(".bubble__words").allInnerTexts());
  }

  private static final String REFUSAL =
      "{\"success\":false,\"error\":{\"code\":\"invalid_request\","
          + "\"message\":\"The file takes too long to check.\"}}";

  @Test
  void text_that_follows_an_upload_waits_for_it_and_both_arrive_in_order() {
    String id = maya.person().opensConversationWith(alice).id();
    maya.opens(id);
    List<Route> held = new CopyOnWriteArrayList<>();
    maya.visitor().context().route(UPLOADS, held::add);
    picks("slow.txt");
    maya.sends("Slow one").sends("Right behind").seesUnsent("Right behind");
    maya.page().waitForCondition(() -> !held.isEmpty());
    maya.visitor().context().unroute(UPLOADS);
    held.forEach(Route::resume);
    maya.seesSent("Slow one").seesSent("Right behind");
    assertEquals(List.of("Right behind", "Slow one"), alice.peeksAt(id).contents());
  }

  private void picks(String... names) {
    FilePayload[] files = new FilePayload[names.length];
    for (int i = 0; i < names.length; i++) {
      files[i] = new FilePayload(names[i], "text/plain", Papers.text("some notes"));
    }
    maya.page().locator("#composer-files").setInputFiles(files);
  }
}
