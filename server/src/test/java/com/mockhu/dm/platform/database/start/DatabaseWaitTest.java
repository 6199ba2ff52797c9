package com.mockhu.dm.platform.database.start;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.process.SilentPort;
import com.mockhu.dm.support.raw.Gate;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start beside a database that comes later, or never, or refuses. */
class DatabaseWaitTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  private final String url = TestCluster.createEmptyDatabase();
  private final int port = URI.create(url).getPort();

  private String through(int door) {
    return url.replace(":" + port + "/", ":" + door + "/");
  }

  private static void contact(String url, Duration patience) {
    DatabaseWait.await(DatabaseUrl.parse(url), patience, () -> false);
  }

  @Test
  void a_database_that_comes_later_is_waited_for() throws Exception {
    try (Gate gate = new Gate(port);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      gate.shut();
      DatabaseUrl address = DatabaseUrl.parse(through(gate.port()));
      Future<?> start = threads.submit(() -> DatabaseWait.await(address, LONG, () -> false));
      // The premise: nobody gets through.
      assertThrows(SQLException.class, () -> DriverManager.getConnection(address.jdbc()));
      assertFalse(start.isDone());
      gate.open(port);
      start.get();
    }
  }

  @Test
  void one_that_never_comes_ends_the_start() throws Exception {
    try (Gate gate = new Gate(port)) {
      gate.shut();
      assertRefused(through(gate.port()), Duration.ZERO, "DM_DATABASE_URL");
    }
    assertRefused(through(SilentPort.closed()), Duration.ZERO, "nothing listens");
    String nowhere = url.replace("@127.0.0.1", "@no-such-host.invalid");
    assertRefused(nowhere, Duration.ZERO, "is unknown");
  }

  @Test
  void a_start_that_is_given_up_waits_no_longer() throws Exception {
    DatabaseUrl address = DatabaseUrl.parse(through(SilentPort.closed()));
    assertThrows(StartupException.class, () -> DatabaseWait.await(address, LONG, () -> true));
  }

  @Test
  void what_the_database_refuses_is_not_waited_for_and_said() {
    assertRefused(url.replaceFirst(":[^:@/]+@", ":wr0ng@"), LONG, "refuses the password");
    assertRefused(url.replaceFirst("//[^:]+:", "//stranger:"), LONG, "stranger");
    assertRefused(url.replaceFirst("/[^/]+$", "/elsewhere"), LONG, "no database \"elsewhere\"");
    assertRefused(url + "?sslmode=require", LONG, "TLS");
    assertRefused(url + "?sslmode=sometimes", LONG, "sometimes");
  }

  @Test
  void a_role_that_may_not_connect_is_named() {
    String name = url.substring(url.lastIndexOf('/') + 1);
    TestCluster.administer("CREATE ROLE outsider_" + name + " LOGIN PASSWORD 'pass-of-outsider'");
    TestCluster.administer("REVOKE CONNECT ON DATABASE " + name + " FROM public");
    String theirs = url.replaceFirst("//[^@]+@", "//outsider_" + name + ":pass-of-outsider@");
    assertRefused(theirs, LONG, "outsider_" + name);
  }

  @Test
  void a_role_without_rights_to_the_schema_is_told_what_it_lacks() {
    String name = url.substring(url.lastIndexOf('/') + 1);
    TestCluster.administer("CREATE ROLE guest_" + name + " LOGIN PASSWORD 'pass-of-guest'");
    String theirs = url.replaceFirst("//[^@]+@", "//guest_" + name + ":pass-of-guest@");
    contact(theirs, LONG);
    try (var pool = Pool.openPatiently(theirs, 2)) {
      var refusal = assertThrows(StartupException.class, () -> Migrations.apply(pool));
      assertTrue(refusal.getMessage().contains("owner of the database"), refusal::getMessage);
    }
  }

  @Test
  void a_read_only_database_is_no_place_to_start_on() {
    String name = url.substring(url.lastIndexOf('/') + 1);
    TestCluster.administer("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
    assertRefused(url, Duration.ZERO, "read-only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://dm:hunter2@host name/db",
        "postgresql://dm:hunter2@@host/db",
        "postgresql://dm:hunter2%zz@host/db",
        "postgresql://dm:hunter2/x@host/db",
        "postgresql://dm:hunter2@host:99999/db",
        "postgresql://dm:hunter2@host:0/db",
        "postgresql://dm:hunter2@host",
        "postgresql://dm:hunter2@host/",
        "postgresql://dm:hunter2@host/db/more",
        "postgres:hunter2",
        "jdbc:postgresql://dm:hunter2@host/db",
        "mysql://dm:hunter2@host/db"
      })
  void an_address_that_is_none_is_refused_without_its_password(String wrong) {
    Throwable refusal = assertThrows(StartupException.class, () -> DatabaseUrl.parse(wrong));
    assertTrue(refusal.getMessage().contains("DM_DATABASE_URL"), refusal::getMessage);
    for (Throwable each = refusal; each != null; each = each.getCause()) {
      assertFalse(each.toString().contains("hunter2"), each::toString);
    }
  }

  @Test
  void a_password_in_the_options_does_not_reach_the_driver_s_address() {
    DatabaseUrl address =
        DatabaseUrl.parse("postgresql://h/db?user=maya&password=hun%2Bter2&sslmode=require");
    assertTrue(address.jdbc().endsWith("//h:5432/db?sslmode=require"), address::jdbc);
    assertTrue(address.password().value().equals("hun+ter2"));
    assertFalse(address.toString().contains("ter2"));
  }

  private static void assertRefused(String url, Duration patience, String reason) {
    var refusal = assertThrows(StartupException.class, () -> contact(url, patience));
    String said = refusal.getMessage();
    assertTrue(said.contains("DM_DATABASE_URL") && said.contains(reason), said);
    assertFalse(said.contains(DatabaseUrl.parse(url).password().value()), said);
    assertTrue(said.lines().count() == 1, said);
  }
}
