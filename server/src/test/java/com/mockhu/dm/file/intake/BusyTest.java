package com.mockhu.dm.file.intake;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Photos take processors for seconds; messages must not wait for them. */
class BusyTest extends CampusTest {
  private static final int PHOTOS = 10;

  @Test
  void messages_go_on_while_ten_large_photos_are_made_smaller() throws Exception {
    byte[] photo = Pixels.jpeg(4000, 3000);
    List<Future<JsonNode>> uploads = new ArrayList<>();
    int sent = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < PHOTOS; i++) {
        // Nobody may upload more than three at once.
        Person person = campus.welcomes("person" + i);
        uploads.add(threads.submit(() -> person.uploads(Form.images().file("a.jpg", photo))));
      }
      while (!uploads.stream().allMatch(Future::isDone)) {
        alice.sends("number " + sent).to(bob);
        sent++;
      }
    }
    // Each photo takes hundreds of messages' time; were they in the way, there would be a few.
    assertTrue(sent > PHOTOS, () -> "only a few messages were sent");
    for (Future<JsonNode> upload : uploads) {
      assertFalse(upload.get().isEmpty());
    }
  }
}
