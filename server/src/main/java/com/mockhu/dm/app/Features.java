package com.mockhu.dm.app;

import com.mockhu.dm.app.settings.ServerSettings;
import com.mockhu.dm.app.start.StartedParts;
import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.conversation.direct.OpenConversation;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.file.FileFeature;
import com.mockhu.dm.identity.IdentityFeature;
import com.mockhu.dm.message.MessageFeature;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.platform.config.ClientConfig;
import com.mockhu.dm.platform.config.ConfigPart;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.contribution.Contributions;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.health.Dependencies;
import com.mockhu.dm.platform.health.Dependency;
import com.mockhu.dm.platform.http.Authenticator;
import com.mockhu.dm.platform.http.RouteSource;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.MeterSource;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.presence.PresenceFeature;
import com.mockhu.dm.presence.PresenceTracker;
import com.mockhu.dm.privacy.PrivacyFeature;
import com.mockhu.dm.socket.SocketEndpoint;
import com.mockhu.dm.socket.SocketFeature;
import com.mockhu.dm.socket.connection.SocketServer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/** Creates the features: each gets those below it, and takes what the others contribute. */
final class Features implements AutoCloseable {
  private final RateLimits limits;
  private final PeopleFeature people;
  private final IdentityFeature identity;
  private final FeedFeature feed;
  private final SocketFeature socket;
  private final PrivacyFeature privacy;
  private final PresenceTracker tracker;
  private final PresenceFeature presence;
  private final ConversationFeature conversation;
  private final FileFeature files;
  private final MessageFeature message;
  private final List<ConfigPart> config = new ArrayList<>();
  private final List<RouteSource> routes = new ArrayList<>();
  private final List<MeterSource> meters = new ArrayList<>();
  private final List<Dependency> dependencies = new ArrayList<>();

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
    SocketServer.Tools sockets = new SocketServer.Tools(threads, limits, clock, timers.heartbeat());
    socket = new SocketFeature(database, settings.socket(), sockets, people, identity, feed);
    started.add("the sockets", socket);
    privacy = new PrivacyFeature(database, people, feed);
    tracker = tracker(node, threads, clock, timers);
    started.add("who is online", tracker);
    conversation =
        new ConversationFeature(
            new OpenConversation.Tools(database, limits, clock),
            people,
            feed,
            privacy,
            tracker.view());
    presence = presence(database, timers);
    started.add("presence", presence);
    files = files(node, clock, settings);
    started.add("files", files);
    message = message(node, threads, clock);
    started.add("messages", message);
    connect(contributions());
  }

  private PresenceTracker tracker(Node node, Executor threads, Clock clock, Timers timers) {
    PresenceTracker.Tools tools =
        new PresenceTracker.Tools(threads, clock, timers.presence(), node.nodes(), node.online());
    return new PresenceTracker(
        node.persistence().database(),
        people,
        feed.hints(),
        socket.open(),
        privacy.blocks(),
        tools);
  }

  private PresenceFeature presence(Database database, Timers timers) {
    PresenceFeature.Audience audience =
        new PresenceFeature.Audience(conversation.conversations(), privacy.blocks(), socket.open());
    return new PresenceFeature(
        database, tracker, people.accounts(), feed, audience, timers.presence());
  }

  private FileFeature files(Node node, Clock clock, ServerSettings settings) {
    return new FileFeature(
        node.persistence().database(),
        settings.files(),
        new FileFeature.Tools(limits, clock, node.leases()),
        people.accounts(),
        identity.authenticator(),
        conversation.conversations());
  }

  private MessageFeature message(Node node, Executor threads, Clock clock) {
    Persistence persistence = node.persistence();
    MessageFeature.Tools tools =
        new MessageFeature.Tools(
            persistence.database(), persistence.writing(), threads, limits, clock);
    return new MessageFeature(
        tools, new MessageFeature.Below(people, feed, privacy, conversation, files.uploads()));
  }

  private Contributions contributions() {
    return new Contributions(
        List.of(
            new Contribution().add(MeterSource.class, limits::addMeters),
            people.contribution(privacy.blocks(), presence.partnerPresence(), files.avatars()),
            identity.contribution(),
            feed.contribution(),
            socket.contribution(),
            privacy.contribution(),
            presence.contribution(),
            tracker.contribution(),
            conversation.contribution(),
            files.contribution(),
            message.contribution()));
  }

  private void connect(Contributions all) {
    people.connect(all);
    identity.connect(all);
    feed.connect(all);
    socket.connect(all);
    privacy.connect(all);
    config.addAll(all.take(ConfigPart.class));
    routes.addAll(all.take(RouteSource.class));
    meters.addAll(all.take(MeterSource.class));
    dependencies.addAll(all.take(Dependency.class));
    all.requireAllTaken();
  }

  void addRoutes(Routes all) {
    routes.forEach(source -> source.addTo(all));
    ClientConfig told = new ClientConfig();
    config.forEach(told::add);
    told.addTo(all);
  }

  void addMeters(Meters all) {
    meters.forEach(source -> source.addTo(all));
  }

  void addDependencies(Dependencies all) {
    dependencies.forEach(all::add);
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
    return socket.frameTypes();
  }

  boolean hasPeople() {
    return !people.accounts().areNone();
  }

  /** The first step of a stop: open sockets stay, new ones are refused. */
  void stopWelcoming() {
    socket.stopWelcoming();
  }

  /** Finishes running work, then asks the sockets to reconnect. */
  @Override
  public void close() {
    presence.close();
    tracker.close();
    conversation.close();
    message.close();
    files.close();
    feed.close();
    socket.close();
  }
}
