package com.mockhu.dm.app;

import com.mockhu.dm.app.api.ApiDocuments;
import com.mockhu.dm.app.health.ClockCheck;
import com.mockhu.dm.app.health.DiskCheck;
import com.mockhu.dm.app.health.Health;
import com.mockhu.dm.app.health.HealthWatch;
import com.mockhu.dm.app.metric.BackupMeters;
import com.mockhu.dm.app.metric.JvmMeters;
import com.mockhu.dm.app.metric.MetricsEndpoint;
import com.mockhu.dm.app.network.HttpListener;
import com.mockhu.dm.app.settings.ServerSettings;
import com.mockhu.dm.app.settings.SettingsWarnings;
import com.mockhu.dm.app.start.StartedParts;
import com.mockhu.dm.platform.health.Dependencies;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.http.client.ClientAddresses;
import com.mockhu.dm.platform.http.connection.Connections;
import com.mockhu.dm.platform.http.exchange.HttpFront;
import com.mockhu.dm.platform.lease.Leases;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.node.Nodes;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.web.WebFeature;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server. */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final long DRAIN_SECONDS = 30;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Routes routes = new Routes();
  private final AtomicBoolean isClosed = new AtomicBoolean();
  private final Duration longestStop;
  private final Vertx vertx;
  private final Persistence persistence;
  private final Features features;
  private final HttpListener listening;
  private final Node node;
  private final Health health;
  private final HealthWatch watch;

  private Server(
      ServerSettings settings, Timers timers, Clock clock, Cluster cluster, StartedParts started) {
    started.add("presence's timer", timers.presence());
    started.add("the heartbeat", timers.heartbeat());
    this.persistence = Persistence.open(settings, started);
    this.longestStop = settings.longestStop();
    started.add("threads", threads::shutdownNow);
    this.vertx = vertx();
    started.add("the network", this::closeNetwork);
    // Microseconds, as PostgreSQL stores them: a time reads the same before and after.
    Clock micros = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    this.node = node(cluster, started);
    this.features = new Features(node, threads, micros, settings, timers, started);
    DiskCheck disks = new DiskCheck(folders(settings), settings.diskLow());
    Dependencies dependencies = dependencies(disks, node.nodes());
    this.health = new Health(dependencies);
    this.watch = new HealthWatch(dependencies, node.nodes());
    started.add("the watch over health", watch);
    watch.start();
    Meters meters = new Meters();
    addRoutes(settings, meters);
    ClientAddresses clients = new ClientAddresses(settings.proxies());
    HttpFront front =
        new HttpFront(
            vertx,
            routes,
            features.authenticator(),
            threads,
            settings.bounds(),
            new HttpFront.Admission(features.limits(), clients, settings.origins()));
    disks.addTo(meters);
    BackupMeters.addTo(meters, settings.dataFolder());
    addMeters(meters, front);
    Connections connections = connections(settings, meters);
    this.listening =
        HttpListener.start(vertx, settings, front, clients, features.sockets(), connections);
  }

  private void addRoutes(ServerSettings settings, Meters meters) {
    features.addRoutes(routes);
    health.addTo(routes);
    new MetricsEndpoint(settings.metrics(), meters).addTo(routes);
    new ApiDocuments().addTo(routes);
    new WebFeature(settings.web()).addRoutes(routes);
  }

  private Node node(Cluster cluster, StartedParts started) {
    Nodes nodes = new Nodes(persistence.database());
    Leases leases = new Leases(persistence.database(), nodes.id());
    started.add("the leases", leases);
    return new Node(persistence, nodes, cluster.bus().join(), cluster.online(), leases);
  }

  private static Connections connections(ServerSettings settings, Meters meters) {
    Connections connections = new Connections(settings.network(), settings.proxies()::contains);
    connections.addMeters(meters);
    return connections;
  }

  private void addMeters(Meters meters, HttpFront front) {
    JvmMeters.addTo(meters);
    watch.addTo(meters);
    persistence.addMeters(meters);
    front.addMeters(meters);
    features.addMeters(meters);
  }

  /**
   * Returns when the server accepts requests.
   *
   * @throws com.mockhu.dm.platform.StartupException when it cannot
   */
  public static Server start(Environment environment) {
    return start(environment, Timers.system());
  }

  /** As the other one, with these timers. */
  public static Server start(Environment environment, Timers timers) {
    return start(environment, timers, Clock.systemUTC(), new StartedParts());
  }

  /** As the other ones, for one of several servers over one database in this process. */
  public static Server start(Environment environment, Timers timers, Cluster cluster) {
    return start(environment, timers, Clock.systemUTC(), cluster, new StartedParts());
  }

  /**
   * As the other ones, with the time of {@code clock}.
   *
   * @param started collects the parts; closing it ends the start, or the running server
   */
  static Server start(Environment environment, Timers timers, Clock clock, StartedParts started) {
    return start(environment, timers, clock, new Cluster(), started);
  }

  private static Server start(
      Environment environment, Timers timers, Clock clock, Cluster cluster, StartedParts started) {
    try {
      ServerSettings settings = ServerSettings.from(environment);
      SettingsWarnings.log(settings);
      Server server = new Server(settings, timers, clock, cluster, started);
      started.handOver("the server", server);
      return server;
    } catch (Throwable e) {
      // Errors too: no part of a failed start may keep running.
      started.close();
      throw e;
    }
  }

  private Dependencies dependencies(DiskCheck disks, Nodes nodes) {
    Dependencies dependencies = new Dependencies();
    dependencies.add(persistence.dependency());
    features.addDependencies(dependencies);
    dependencies.add(disks.dependency());
    // Not the clock of the sample campus.
    dependencies.add(new ClockCheck(persistence.database(), Clock.systemUTC()).dependency());
    dependencies.add(nodes.dependency());
    return dependencies;
  }

  private Map<String, Path> folders(ServerSettings settings) {
    Map<String, Path> folders = new TreeMap<>(Map.of("data", settings.dataFolder()));
    if (persistence.isEmbedded()) {
      // It may be a disk of its own.
      folders.put("database", settings.dataFolder().resolve("postgres"));
    }
    settings.files().storage().coldFolder().ifPresent(cold -> folders.put("cold", cold));
    return folders;
  }

  private static Vertx vertx() {
    return Vertx.vertx(
        new VertxOptions()
            .setPreferNativeTransport(true)
            .setEventLoopPoolSize(HttpListener.EVENT_LOOPS));
  }

  /** The TCP port it listens on. */
  public int port() {
    return listening.port();
  }

  /** Whether the server has at least one account. */
  boolean hasPeople() {
    return features.hasPeople();
  }

  /** How long {@link #close} may take (DM_SHUTDOWN_SECONDS). */
  Duration longestStop() {
    return longestStop;
  }

  /** Every route, for the test that compares them with the API documents. */
  public List<Route> routes() {
    return routes.all();
  }

  /** Every type of frame it understands, for the same test. */
  public Set<String> frameTypes() {
    return features.frameTypes();
  }

  /** Refuses new work, finishes running work, and asks sockets to reconnect. */
  @Override
  public void close() {
    if (isClosed.compareAndSet(false, true)) {
      stop();
    }
  }

  private void stop() {
    LOG.info("Stopping");
    health.stop();
    watch.stop();
    features.stopWelcoming();
    features.close();
    node.leases().close();
    listening.close();
    closeNetwork();
    threads.shutdownNow();
    watch.close();
    persistence.close();
  }

  private void closeNetwork() {
    try {
      vertx.close().await(DRAIN_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      LOG.warn("Connections did not close in {} seconds: {}", DRAIN_SECONDS, e.toString());
    }
  }
}
