package com.mockhu.dm.identity;

import com.mockhu.dm.app.api.ApiLimits;
import com.mockhu.dm.identity.password.GuessLimit;
import com.mockhu.dm.identity.password.Passwords;
import com.mockhu.dm.identity.session.SessionListener;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.profile.AvatarPictures;
import com.mockhu.dm.people.profile.PresenceView;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.contribution.Contributions;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.platform.http.AllowedOrigins;
import com.mockhu.dm.platform.http.HttpLimits;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RouteSource;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.http.client.ClientAddresses;
import com.mockhu.dm.platform.http.client.TrustedProxies;
import com.mockhu.dm.platform.http.exchange.HttpBounds;
import com.mockhu.dm.platform.http.exchange.HttpFront;
import com.mockhu.dm.platform.limit.LimitSettings;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.platform.time.SettableClock;
import com.mockhu.dm.support.database.TestCluster;
import com.zaxxer.hikari.HikariDataSource;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A server with identity and people alone, over a real database and real HTTP. */
public final class TestNode implements AutoCloseable {
  public static final String SECRET = "a secret that has more than thirty-two bytes";

  /** Hundreds are hashed here, and that it takes long is not the point. */
  private static final Passwords PASSWORDS = new Passwords(4, 64);

  public final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
  public final AtomicLong nanos = new AtomicLong();

  /** How long answers to sign-ins were put off, in milliseconds. */
  public final List<Long> pauses = new CopyOnWriteArrayList<>();

  public final RecordingListener listener = new RecordingListener();
  public final Set<UUID> hidden = ConcurrentHashMap.newKeySet();
  public final Map<UUID, PresenceView.Presence> online = new ConcurrentHashMap<>();
  public final PeopleFeature people;
  public final IdentityFeature identity;
  public final Database database;
  public final RestClient wire;
  public final String url;

  private final HikariDataSource pool;
  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public static TestNode start() {
    return start(Map.of());
  }

  public static TestNode start(Map<String, String> settings) {
    return new TestNode(TestCluster.createDatabase(), settings);
  }

  public TestNode(String url, Map<String, String> settings) {
    this.url = url;
    this.pool = Pool.open(url, 20);
    this.database = new Database(pool);
    Map<String, String> all = new HashMap<>(Map.of("DM_JWT_SECRET", SECRET));
    all.putAll(settings);
    Environment environment = Environment.of(all);
    RateLimits limits = new RateLimits(LimitSettings.from(environment, ApiLimits.ALL), nanos::get);
    IdentitySettings read = IdentitySettings.from(environment);
    this.people = new PeopleFeature(database, read.names(), limits, clock);
    this.identity =
        new IdentityFeature(
            database,
            read,
            people,
            limits,
            clock,
            new IdentityFeature.PasswordTools(PASSWORDS, new GuessLimit(limits, pauses::add)));
    Contribution recording =
        new Contribution()
            .add(AccountListener.class, listener)
            .add(SessionListener.class, listener);
    people.connect(new Contributions(List.of(recording)));
    identity.connect(new Contributions(List.of(recording)));
    this.wire = new RestClient(listen(limits));
  }

  private static final class NoPictures implements AvatarPictures {
    @Override
    public RateLimit limit() {
      return new RateLimit("uploads_per_minute", 30);
    }

    @Override
    public String receive(Request form) {
      throw new AssertionError("Nobody keeps files here");
    }
  }

  private int listen(RateLimits limits) {
    Routes routes = new Routes();
    Contribution profiles =
        people.contribution(
            (viewer, people) ->
                people.stream().filter(hidden::contains).collect(Collectors.toSet()),
            (viewer, people) -> online,
            new NoPictures());
    new Contributions(List.of(identity.contribution(), profiles))
        .take(RouteSource.class)
        .forEach(source -> source.addTo(routes));
    HttpFront front =
        new HttpFront(
            vertx,
            routes,
            identity.authenticator(),
            threads,
            HttpBounds.STANDARD,
            new HttpFront.Admission(
                limits, new ClientAddresses(TrustedProxies.NONE), AllowedOrigins.NONE));
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHttp2ClearTextEnabled(false)
                    .setMaxHeaderSize(HttpLimits.HEADERS))
            .requestHandler(front::receive);
    return server.listen(0, "127.0.0.1").await().actualPort();
  }

  /** A token of the host application. */
  public String minted(Object sub) {
    return token().with("sub", sub.toString()).signed(SECRET);
  }

  public String service() {
    return token().with("scope", "openid dm:admin").signed(SECRET);
  }

  public HandmadeToken token() {
    Instant now = clock.instant();
    return new HandmadeToken().with("iss", "mockhu").with("exp", now.getEpochSecond() + 600);
  }

  /** Pushes a person as the host application would, and returns who it is. */
  public UUID person(String username, String fullName) {
    UUID id = UUID.randomUUID();
    put(id, username, fullName).is(201);
    return id;
  }

  public RestClient.Answer put(UUID id, String username, String fullName) {
    return wire.send(
        "PUT",
        "/v1/admin/users/" + id,
        service(),
        "{\"username\":\"" + username + "\",\"full_name\":\"" + fullName + "\"}");
  }

  public RestClient.Answer register(String username, String password) {
    return wire.send(
        "POST",
        "/v1/auth/register",
        null,
        "{\"username\":\"%s\",\"full_name\":\"Somebody\",\"password\":\"%s\"}"
            .formatted(username, password));
  }

  public RestClient.Answer login(String username, String password) {
    return login(wire, username, password);
  }

  /** From another address, perhaps. */
  public RestClient.Answer login(RestClient from, String username, String password) {
    return from.send(
        "POST",
        "/v1/auth/login",
        null,
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
  }

  /** A request of the host application. */
  public RestClient.Answer admin(String method, String path, String json) {
    return json == null
        ? wire.send(method, "/v1/admin" + path, service(), BodyPublishers.noBody())
        : wire.send(method, "/v1/admin" + path, service(), json);
  }

  public RestClient.Answer refresh(String token) {
    return wire.send("POST", "/v1/auth/refresh", null, "{\"refresh_token\":\"" + token + "\"}");
  }

  public long count(String from) {
    return database.read(
        t -> t.first("SELECT count(*) AS n FROM " + from, row -> row.number("n")).orElseThrow());
  }

  @Override
  public void close() {
    vertx.close().await();
    threads.close();
    pool.close();
  }
}
