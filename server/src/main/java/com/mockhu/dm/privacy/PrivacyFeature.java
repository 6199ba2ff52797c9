package com.mockhu.dm.privacy;

import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.Reason;
import com.mockhu.dm.platform.http.Routes;
import java.util.Arrays;
import java.util.List;

/** Builds blocking and the messaging policy. */
public final class PrivacyFeature {
  public static final List<Reason> REASONS =
      Arrays.stream(Refusal.values()).map(Refusal::reason).toList();

  private final Blocks blocks;
  private final MessagingPolicy policy;
  private final PrivacyEndpoints endpoints;

  public PrivacyFeature(Database database, PeopleFeature people, FeedFeature feed) {
    blocks = new Blocks(database, feed.feed());
    policy = new MessagingPolicy(people.accounts(), people.follows());
    endpoints = new PrivacyEndpoints(database, blocks, policy, people.accounts());
    BlockEvents events = new BlockEvents();
    feed.addSource(events);
    feed.addSnapshot(events);
    people.listeners().add(new BlockCleaning());
  }

  public Blocks blocks() {
    return blocks;
  }

  public MessagingPolicy policy() {
    return policy;
  }

  /** Lets the feature above, which knows conversations, say who has talked. */
  public void know(HaveTalked acquaintance) {
    policy.know(acquaintance);
  }

  public void addRoutes(Routes routes) {
    endpoints.addTo(routes);
  }
}
