package com.mockhu.dm.app;

import com.mockhu.dm.app.settings.ServerSettings;
import com.mockhu.dm.app.start.StartedParts;
import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.file.FileFeature;
import com.mockhu.dm.identity.IdentityFeature;
import com.mockhu.dm.message.MessageFeature;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.health.Dependencies;
import com.mockhu.dm.platform.http.Authenticator;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.presence.PresenceFeature;
import com.mockhu.dm.privacy.PrivacyFeature;
import com.mockhu.dm.socket.SocketEndpoint;
import com.mockhu.dm.socket.SocketFeature;
import com.mockhu.dm.socket.connection.SocketServer;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;

/** The features, wired: each is given those below it, and registers with them what they ask for. */
final class Features implements AutoCloseable {
  private final RateLimits limits;
  private final PeopleFeature people;
  private final IdentityFeature identity;
  private final FeedFeature feed;
  private final SocketFeature socket;
  private final PrivacyFeature privacy;
  private final PresenceFeature presence;
  private final ConversationFeature conversation;
  private final FileFeature attachment;
  private final MessageFeature message;

  Features(
      Node node,
      Executor threads,
      Clock clock,
      ServerSettings settings,
      Timers timers,
      StartedParts started) {
    Database database = node.persistence().database();
    limits = new RateLimits(settings.limits(), System::nanoTime);
    people = new PeopleFeature(database, settings.identity().names(), limits, clock);
    identity = new IdentityFeature(database, settings.identity(), people, limits, clock);
    feed =
        new FeedFeature(
            database, new FeedFeature.Tools(clock, node.bus(), node.leases()), people, identity);
    started.add("the feed", feed);
    SocketServer.Tools tools = new SocketServer.Tools(threads, limits, clock, timers.heartbeat());
    socket = new SocketFeature(database, settings.socket(), tools, people, identity, feed);
    started.add("the sockets", socket);
    privacy = new PrivacyFeature(database, people, feed);
    presence = presence(node, threads, clock, timers);
    started.add("presence", presence);
    conversation =
        new ConversationFeature(database, limits, clock, people, feed, privacy, presence.view());
    attachment = attachment(node, clock, settings);
    started.add("files", attachment);
    message =
        new MessageFeature(
            database,
            node.persistence().writing(),
            threads,
            limits,
            clock,
            people,
            feed,
            socket,
            privacy,
            conversation,
            attachment.uploads());
    started.add("messages", message);
    presence.start(conversation.conversations());
    // Messages go before the conversations they are found by, and the feeds that are told go last.
    people.listeners().add(attachment.accountFiles());
    people.listeners().add(conversation.cleaning());
    people.listeners().add(feed.accountEvents());
    people.listeners().add(socket.revocation());
  }

  private PresenceFeature presence(Node node, Executor threads, Clock clock, Timers timers) {
    PresenceFeature.Tools tools =
        new PresenceFeature.Tools(threads, clock, timers.presence(), node.nodes(), node.online());
    return new PresenceFeature(node.persistence().database(), people, feed, socket, privacy, tools);
  }

  private FileFeature attachment(Node node, Clock clock, ServerSettings settings) {
    return new FileFeature(
        node.persistence().database(),
        settings.attachment(),
        limits,
        clock,
        people,
        identity.authenticator(),
        conversation.conversations(),
        node.leases());
  }

  void addRoutes(Routes routes) {
    identity.addRoutes(routes);
    people.addRoutes(routes, privacy.blocks(), presence.acquainted(), attachment.avatars());
    feed.addRoutes(routes);
    socket.addRoutes(routes);
    privacy.addRoutes(routes);
    conversation.addRoutes(routes);
    attachment.addRoutes(routes);
    message.addRoutes(routes);
  }

  void addMeters(Meters meters) {
    limits.addMeters(meters);
    feed.addMeters(meters);
    socket.addMeters(meters);
    message.addMeters(meters);
    attachment.addMeters(meters);
  }

  void addDependencies(Dependencies dependencies) {
    attachment.addDependencies(dependencies);
    identity.addDependencies(dependencies);
  }

  RateLimits limits() {
    return limits;
  }

  Authenticator authenticator() {
    return identity.authenticator();
  }

  SocketEndpoint sockets() {
    return socket.endpoint();
  }

  Set<String> frameTypes() {
    return socket.frames().types();
  }

  boolean hasPeople() {
    return !people.accounts().areNone();
  }

  /** The first step of a stop: who is here stays, nobody new is let in. */
  void stopWelcoming() {
    socket.stopWelcoming();
  }

  /** Finishes what is in flight, then tells the sockets to come back. */
  @Override
  public void close() {
    presence.close();
    conversation.close();
    message.close();
    attachment.close();
    feed.close();
    socket.close();
  }
}
