package com.mockhu.dm.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.identity.TestNode;
import com.mockhu.dm.support.time.Together;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people, or several servers, want one username at the same moment. */
class UsernameRaceTest {
  private static final int THREADS = 24;

  /** Rows of either table without the matching row of the other. */
  private static final String DISAGREEMENTS =
      """
      users u FULL JOIN usernames n ON n.user_id = u.id AND n.username = u.username
       WHERE u.id IS NULL OR n.user_id IS NULL
      """;

  private TestNode node;

  @BeforeEach
  void start() {
    node = TestNode.start(Map.of("DM_LIMITS", "off"));
  }

  @AfterEach
  void stop() {
    assertEquals(0, node.count(DISAGREEMENTS));
    node.close();
  }

  private List<Integer> together(IntFunction<Integer> request) {
    return Together.run(THREADS, request);
  }

  private static void assertOneOf(int winner, int loser, List<Integer> statuses) {
    assertEquals(1, statuses.stream().filter(each -> each == winner).count(), statuses::toString);
    assertEquals(Set.of(winner, loser), Set.copyOf(statuses));
  }

  private int put(UUID id, String username) {
    return node.put(id, username, "Somebody").response().statusCode();
  }

  @Test
  void of_many_who_sign_up_with_one_name_one_gets_it() {
    List<Integer> statuses =
        together(i -> node.register("maya", "password number " + i).response().statusCode());
    assertOneOf(201, 409, statuses);
    assertEquals(1, node.count("users"));
    assertEquals(1, node.count("passwords"));
  }

  @Test
  void of_many_who_rename_themselves_to_one_name_one_gets_it() {
    List<UUID> people =
        IntStream.range(0, THREADS).mapToObj(i -> node.person("person" + i, "Somebody")).toList();
    assertOneOf(200, 409, together(i -> put(people.get(i), "maya")));
    assertEquals(THREADS, node.count("usernames"));
  }

  @Test
  void one_new_person_pushed_many_times_at_once_is_created_once() {
    UUID maya = UUID.randomUUID();
    assertOneOf(201, 200, together(i -> put(maya, "maya")));
  }

  @Test
  void one_new_person_pushed_with_many_names_at_once_keeps_one_of_them() {
    UUID maya = UUID.randomUUID();
    assertOneOf(201, 200, together(i -> put(maya, "maya" + i)));
    assertEquals(1, node.count("usernames"));
  }

  @Test
  void a_name_that_its_owner_gives_up_goes_to_one_of_those_who_wait_for_it() {
    UUID owner = node.person("maya", "Maya");
    List<Integer> statuses =
        together(
            i ->
                i == 0
                    ? put(owner, "former")
                    : node.register("maya", "password number " + i).response().statusCode());
    assertEquals(200, statuses.getFirst());
    assertTrue(statuses.stream().filter(each -> each == 201).count() <= 1, statuses::toString);
  }

  @Test
  void bulk_pushes_that_claim_the_same_names_in_different_orders_all_end() {
    List<String> names = IntStream.range(0, 40).mapToObj(i -> "name" + i).toList();
    List<Integer> statuses =
        together(
            i ->
                node.wire
                    .send(
                        "POST",
                        "/v1/admin/users:batch",
                        node.service(),
                        (i % 2 == 0 ? names : names.reversed())
                            .stream()
                                .map(UsernameRaceTest::stranger)
                                .collect(Collectors.joining("\n")))
                    .response()
                    .statusCode());
    assertEquals(Set.of(200), Set.copyOf(statuses));
    assertEquals(40, node.count("users"));
  }

  private static String stranger(String name) {
    return "{\"id\":\"%s\",\"username\":\"%s\",\"full_name\":\"Somebody\"}"
        .formatted(UUID.randomUUID(), name);
  }
}
