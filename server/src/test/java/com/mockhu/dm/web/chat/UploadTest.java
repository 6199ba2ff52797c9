package com.mockhu.dm.web.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.web.browser.BrowserTest;
import com.mockhu.dm.web.browser.ClientTab;
import com.mockhu.dm.web.browser.Visitor;
import org.junit.jupiter.api.Test;

/** Files on their way through the outbox. */
class UploadTest extends BrowserTest {
  private static final String PICTURE =
      "await (async () => { const canvas = new OffscreenCanvas(40, 30);"
          + "canvas.getContext('2d').fillRect(0, 0, 20, 20);"
          + "const blob = await canvas.convertToBlob({type: 'image/png'});"
          + "return new File([blob], 'square.png', {type: 'image/png'}); })()";

  @Test
  void a_picture_goes_with_its_caption_and_can_be_looked_at() {
    String id = alice.opensConversationWith(bob).id();
    ClientTab alices = client(alice).isOnline().opens(id);
    ClientTab bobs = client(bob).isOnline().opens(id);
    alices.runs("c.send({content: 'Look', files: [" + PICTURE + "]})");
    bobs.until("c.messages[0]?.attachments.length === 1");
    JsonNode message = bobs.value("c.messages[0]");
    assertEquals("image", message.path("type").asText());
    assertEquals("Look", message.path("content").asText());
    assertEquals(40, message.path("attachments").path(0).path("width").asInt());
    String size =
        "(async () => (await fetch(await client.files.url(c.messages[0].attachments[0], true)))"
            + ".status)()";
    assertEquals(200, bobs.value(size).asInt());
    String byToken =
        "(async () => { const {signed_url, ...rest} = c.messages[0].attachments[0];"
            + "return client.files.url(rest); })()";
    assertTrue(bobs.value(byToken).asText().startsWith("blob:"));
  }

  @Test
  void a_file_the_server_refuses_says_why_and_the_rest_can_go_without_it() {
    String id = alice.opensConversationWith(bob).id();
    Visitor browser = visitor();
    browser.expectsTrouble();
    ClientTab alices = client(browser, alice).isOnline().opens(id);
    alices.runs(
        "c.send({content: 'Two', files: ["
            + PICTURE
            + ", new File(['x'], 'evil.exe', {type: 'application/octet-stream'})]})");
    alices.until("c.messages[0].status === 'failed'");
    JsonNode failed = alices.value("c.messages[0].uploads[1]");
    assertEquals("failed", failed.path("state").asText());
    assertTrue(failed.path("error").path("message").asText().length() > 5);
    alices.runs("client.uploads.cancel('" + failed.path("id").asText() + "')");
    alices.until("c.messages[0].status === 'sent' && c.messages[0].attachments.length === 1");
  }

  @Test
  void an_upload_that_is_cancelled_takes_its_message_with_it_and_the_next_goes() {
    String id = alice.opensConversationWith(bob).id();
    Visitor browser = visitor();
    browser.expectsTrouble();
    ClientTab alices = client(browser, alice).isOnline().opens(id);
    browser.context().route("**/v1/messages/upload", route -> {});
    alices.runs("c.send({files: [" + PICTURE + "]}); c.send({content: 'Never mind'})");
    alices.until("client.uploads.all[0]?.state === 'running' && client.uploads.busy");
    alices.runs("client.uploads.cancel(client.uploads.all[0].id)");
    alices.until("c.messages.length === 1 && c.messages[0].status === 'sent'");
    assertEquals("Never mind", alices.contents().getFirst());
  }
}
