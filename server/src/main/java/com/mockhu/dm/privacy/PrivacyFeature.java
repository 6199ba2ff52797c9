package com.mockhu.dm.privacy;

import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.SyncSection;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.contribution.Contributions;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.Reason;
import com.mockhu.dm.platform.http.RouteSource;
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
  }

  public Contribution contribution() {
    BlockEvents events = new BlockEvents();
    return new Contribution()
        .add(AccountListener.class, new BlockCleaning())
        .add(EventSource.class, events)
        .add(SyncSection.class, BlockEvents.SECTION)
        .add(Snapshot.class, events)
        .add(RouteSource.class, endpoints::addTo);
  }

  public void connect(Contributions all) {
    all.take(BlockListener.class).forEach(blocks::add);
    all.take(HaveTalked.class).forEach(policy::know);
  }

  public Blocks blocks() {
    return blocks;
  }

  public MessagingPolicy policy() {
    return policy;
  }
}
