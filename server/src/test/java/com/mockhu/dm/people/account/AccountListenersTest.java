package com.mockhu.dm.people.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The order in which features act on an account. */
class AccountListenersTest {
  private static final UUID ALICE = UUID.randomUUID();

  private final List<String> acted = new ArrayList<>();
  private final AccountListeners listeners = new AccountListeners();

  private final class Feature implements AccountListener {
    private final AccountStage stage;
    private final String name;

    Feature(AccountStage stage, String name) {
      this.stage = stage;
      this.name = name;
    }

    @Override
    public AccountStage stage() {
      return stage;
    }

    @Override
    public void deleting(Transaction transaction, UUID userId) {
      acted.add(name);
    }

    @Override
    public void deleted(UUID userId) {
      acted.add(name);
    }
  }

  private Feature feature(AccountStage stage) {
    return new Feature(stage, stage.name());
  }

  @Test
  void a_deletion_goes_through_the_stages_in_order_however_they_were_registered()
      throws SQLException {
    List<Feature> features =
        new ArrayList<>(Arrays.stream(AccountStage.values()).map(this::feature).toList());
    Collections.shuffle(features, new Random(7));
    listeners.add(features.subList(0, 2));
    listeners.add(features.subList(2, features.size()));
    listeners.deleting(null, ALICE);
    assertEquals(
        List.of("OWN_ROWS", "MESSAGES", "FILES", "CONVERSATIONS", "FEED", "SOCKETS"),
        List.copyOf(acted));
    acted.clear();
    listeners.deleted(ALICE);
    assertEquals("SOCKETS", acted.getLast());
  }

  @Test
  void listeners_of_one_stage_act_in_the_order_of_registration() throws SQLException {
    listeners.add(
        List.of(
            new Feature(AccountStage.FEED, "last"),
            new Feature(AccountStage.OWN_ROWS, "blocks"),
            new Feature(AccountStage.OWN_ROWS, "presence")));
    listeners.deleting(null, ALICE);
    assertEquals(List.of("blocks", "presence", "last"), acted);
  }
}
