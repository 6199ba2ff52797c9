package com.mockhu.dm.app;

import com.mockhu.dm.platform.health.Dependencies;
import com.mockhu.dm.platform.http.HttpFront;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.http.client.ClientAddresses;
import com.mockhu.dm.platform.http.connection.Connections;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.web.WebFeature;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server. */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final long DRAIN_SECONDS = 30;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Routes routes = new Routes();
  private final Duration longestStop;
  private final Vertx vertx;
  private final Persistence persistence;
  private final Features features;
  private final Listening listening;
  private final Health health;

  private Server(ServerSettings settings, Persistence persistence, Timers timers, Clock clock) {
    this.persistence = persistence;
    this.longestStop = settings.longestStop();
    this.vertx = vertx();
    // As PostgreSQL keeps times: one that is answered at once reads the same later.
    Clock micros = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    this.features = new Features(persistence, threads, micros, settings, timers);
    features.addRoutes(routes);
    Dependencies dependencies = new Dependencies();
    dependencies.add(persistence.dependency());
    features.addDependencies(dependencies);
    this.health = new Health(dependencies);
    health.addTo(routes);
    Meters meters = new Meters();
    new MetricsEndpoint(settings.metrics(), meters).addTo(routes);
    new ApiDocuments().addTo(routes);
    new WebFeature(settings.web()).addRoutes(routes);
    ClientAddresses clients = new ClientAddresses(settings.proxies());
    HttpFront front =
        new HttpFront(
            vertx,
            routes,
            features.authenticator(),
            threads,
            settings.bounds(),
            new HttpFront.Admission(features.limits(), clients));
    addMeters(meters, front);
    Connections connections = new Connections(settings.network(), settings.proxies()::contains);
    connections.addMeters(meters);
    this.listening =
        Listening.start(vertx, settings, front, clients, features.sockets(), connections);
  }

  private void addMeters(Meters meters, HttpFront front) {
    JvmMeters.addTo(meters);
    persistence.addMeters(meters);
    front.addMeters(meters);
    features.addMeters(meters);
  }

  /**
   * Returns when the server answers.
   *
   * @throws com.mockhu.dm.platform.StartupException when it cannot
   */
  public static Server start(Environment environment) {
    return start(environment, Timers.system());
  }

  /** As the other one, where time passes as {@code timers} let it for what waits by them. */
  public static Server start(Environment environment, Timers timers) {
    return start(environment, timers, Clock.systemUTC());
  }

  /** As the other ones, at the time that {@code clock} tells. */
  static Server start(Environment environment, Timers timers, Clock clock) {
    ServerSettings settings = ServerSettings.from(environment);
    Warnings.tell(settings);
    Persistence persistence = Persistence.open(settings);
    try {
      return new Server(settings, persistence, timers, clock);
    } catch (RuntimeException e) {
      persistence.close();
      throw e;
    }
  }

  private static Vertx vertx() {
    int cores = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);
    return Vertx.vertx(
        new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(cores));
  }

  /** The TCP port it listens on. */
  public int port() {
    return listening.port();
  }

  /** Has anybody ever signed up, or been brought by the host application? */
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

  /** Takes nothing new, finishes what is in flight, and tells sockets to come back. */
  @Override
  public void close() {
    LOG.info("Stopping");
    health.stop();
    features.stopWelcoming();
    features.close();
    listening.close();
    closeNetwork();
    threads.shutdownNow();
    persistence.close();
  }

  private void closeNetwork() {
    try {
      vertx.close().await(DRAIN_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      LOG.warn("Connections did not close in {} seconds", DRAIN_SECONDS);
    }
  }
}
