package com.mockhu.dm.app;

import com.mockhu.dm.account.AccountFeature;
import com.mockhu.dm.app.start.Started;
import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.feed.SocketEndpoint;
import com.mockhu.dm.file.FileFeature;
import com.mockhu.dm.message.MessageFeature;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.health.Dependencies;
import com.mockhu.dm.platform.http.Authenticator;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.presence.PresenceFeature;
import com.mockhu.dm.privacy.PrivacyFeature;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;

/** The features, wired: each is given those below it, and registers with them what they ask for. */
final class Features implements AutoCloseable {
  private final RateLimits limits;
  private final AccountFeature account;
  private final FeedFeature feed;
  private final PrivacyFeature privacy;
  private final PresenceFeature presence;
  private final ConversationFeature conversation;
  private final FileFeature files;
  private final MessageFeature message;

  Features(
      Node node,
      Executor threads,
      Clock clock,
      ServerSettings settings,
      Timers timers,
      Started started) {
    Database database = node.persistence().database();
    limits = new RateLimits(settings.limits(), System::nanoTime);
    account = new AccountFeature(database, settings.account(), limits, clock);
    FeedFeature.Tools tools =
        new FeedFeature.Tools(
            threads, limits, clock, timers.heartbeat(), node.bus(), node.leases());
    feed = new FeedFeature(database, settings.feed(), tools, account);
    started.add("the feed", feed);
    privacy = new PrivacyFeature(database, account, feed);
    presence = presence(node, threads, clock, timers);
    started.add("presence", presence);
    conversation =
        new ConversationFeature(database, limits, clock, account, feed, privacy, presence.view());
    files = files(node, clock, settings);
    started.add("files", files);
    message =
        new MessageFeature(
            database,
            node.persistence().writing(),
            threads,
            limits,
            clock,
            account,
            feed,
            privacy,
            conversation,
            files.uploads());
    started.add("messages", message);
    presence.start(conversation.conversations());
    // Messages go before the conversations they are found by, and the feeds that are told go last.
    account.listeners().add(files.accountFiles());
    account.listeners().add(conversation.cleaning());
    account.listeners().add(feed.accountEvents());
  }

  private PresenceFeature presence(Node node, Executor threads, Clock clock, Timers timers) {
    PresenceFeature.Tools tools =
        new PresenceFeature.Tools(threads, clock, timers.presence(), node.nodes(), node.online());
    return new PresenceFeature(node.persistence().database(), account, feed, privacy, tools);
  }

  private FileFeature files(Node node, Clock clock, ServerSettings settings) {
    return new FileFeature(
        node.persistence().database(),
        settings.files(),
        new FileFeature.Tools(limits, clock, node.leases()),
        account,
        conversation.conversations());
  }

  void addRoutes(Routes routes) {
    account.addRoutes(routes, privacy.blocks(), presence.acquainted(), files.avatars());
    feed.addRoutes(routes);
    privacy.addRoutes(routes);
    conversation.addRoutes(routes);
    files.addRoutes(routes);
    message.addRoutes(routes);
  }

  void addMeters(Meters meters) {
    limits.addMeters(meters);
    feed.addMeters(meters);
    message.addMeters(meters);
    files.addMeters(meters);
  }

  void addDependencies(Dependencies dependencies) {
    files.addDependencies(dependencies);
    account.addDependencies(dependencies);
  }

  RateLimits limits() {
    return limits;
  }

  Authenticator authenticator() {
    return account.authenticator();
  }

  SocketEndpoint sockets() {
    return feed.socketEndpoint();
  }

  Set<String> frameTypes() {
    return feed.frames().types();
  }

  boolean hasPeople() {
    return !account.accounts().areNone();
  }

  /** The first step of a stop: who is here stays, nobody new is let in. */
  void stopWelcoming() {
    feed.stopWelcoming();
  }

  /** Finishes what is in flight, then tells the sockets to come back. */
  @Override
  public void close() {
    presence.close();
    conversation.close();
    message.close();
    files.close();
    feed.close();
  }
}
