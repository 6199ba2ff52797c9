package com.mockhu.dm.bench.scenario.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.rest.Directory;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * An inbox in which everybody has written once; the owner has read every other conversation.
 *
 * <p>It is filled over the interface, as an inbox fills in life.
 */
record FullInbox(Bench bench, Person owner, int size) {
  private static final int AT_ONCE = 16;
  private static final int UNREAD_EACH = 2;
  private static final int PAGE = 20;
  private static final String PATH = "/v1/conversations?limit=" + PAGE;

  static FullInbox of(Bench bench, int size) {
    List<Person> people = bench.directory().newPeople(size + 1);
    FullInbox inbox = new FullInbox(bench, people.getFirst(), size);
    try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      List<? extends Future<?>> work =
          IntStream.rangeClosed(1, size)
              .mapToObj(i -> workers.submit(() -> inbox.fill(people.get(i), i)))
              .toList();
      work.forEach(FullInbox::await);
    }
    return inbox;
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The inbox can't be filled", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private void fill(Person other, int number) {
    Directory directory = bench.directory();
    UUID conversation = directory.openConversation(other, owner);
    directory.send(other, conversation, "hello from number " + number);
    if (number % UNREAD_EACH != 0) {
      directory.markRead(owner, conversation);
    }
  }

  /** The pages that are measured, by name. */
  Map<String, String> paths() {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("first", PATH);
    paths.put("deep", deep());
    paths.put("unread", PATH + "&unread_only=true");
    return paths;
  }

  /** The page after half of the conversations. */
  private String deep() {
    String path = PATH;
    for (int passed = 0; passed + PAGE <= size / 2; passed += PAGE) {
      path = after(page(path));
    }
    return path;
  }

  private JsonNode page(String path) {
    return bench.directory().read(owner, path);
  }

  private static String after(JsonNode page) {
    return PATH + "&cursor=" + page.path("pagination").path("next_cursor").asText();
  }

  /** Goes through the whole inbox: everybody's conversation must be there, once. */
  Verification verify() {
    Set<String> seen = new HashSet<>();
    long shown = 0;
    JsonNode page = page(PATH);
    while (true) {
      for (JsonNode conversation : page.path("conversations")) {
        shown++;
        seen.add(conversation.path("id").asText());
      }
      if (page.path("pagination").path("next_cursor").isNull()) {
        break;
      }
      page = page(after(page));
    }
    long missing = Math.max(0, size - seen.size());
    long wrongTotals = page(PATH).path("pagination").path("total").asLong() == size ? 0 : 1;
    return new Verification(size, seen.size(), missing, shown - seen.size(), 0, wrongTotals);
  }
}
