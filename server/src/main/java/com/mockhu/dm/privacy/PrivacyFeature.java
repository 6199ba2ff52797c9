package com.mockhu.dm.privacy;

import com.mockhu.dm.account.AccountFeature;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.Routes;

/** Builds blocking and the messaging policy. */
public final class PrivacyFeature {
  private final Blocks blocks;
  private final MessagingPolicy policy;
  private final PrivacyEndpoints endpoints;

  public PrivacyFeature(Database database, AccountFeature account, FeedFeature feed) {
    blocks = new Blocks(database, feed.feed());
    policy = new MessagingPolicy(account.accounts(), account.follows());
    endpoints = new PrivacyEndpoints(database, blocks, policy, account.accounts());
    BlockEvents events = new BlockEvents();
    feed.addSection(BlockEvents.SECTION);
    feed.addSource(events);
    feed.addSnapshot(events);
    account.listeners().add(new BlockCleaning());
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
