package com.mockhu.dm.app;

import com.mockhu.dm.app.start.StartedParts;
import com.mockhu.dm.client.DmException;
import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.platform.time.SettableClock;
import com.mockhu.dm.sample.SampleCampus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code --demo} does before the server starts (docs/web.md). */
final class Demo {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final Duration STORY = Duration.ofDays(14);

  /** On a free port of the loopback, so that no client reaches a campus that is half built. */
  private static final Map<String, String> BACKSTAGE =
      Map.of("DM_HOST", "127.0.0.1", "DM_PORT", "0", "DM_LIMITS", "off", "DM_WEB", "off");

  private Demo() {}

  /**
   * Fills a server without people; does nothing on another.
   *
   * @throws StartupException when people come from a host application: then they are its to make
   */
  static void prepare(Environment environment, StartedParts started) {
    Instant now = Instant.now();
    SettableClock clock = new SettableClock(now.minus(STORY));
    StartedParts stage = new StartedParts();
    started.add("the server behind the scenes", stage);
    try (Server backstage =
        Server.start(environment.with(BACKSTAGE), Timers.system(), clock, stage)) {
      if (backstage.hasPeople()) {
        LOG.info("This server has people already, so --demo adds none.");
      } else {
        URI address = URI.create("http://127.0.0.1:" + backstage.port());
        new SampleCampus(clock::moveTo, now).fill(address);
        tell();
      }
    } catch (DmException e) {
      throw new StartupException("The sample campus could not be created: " + e.getMessage(), e);
    }
  }

  private static void tell() {
    LOG.info("This server now has sample people. Sign in as one of these, in two windows:");
    LOG.info("    maya   with the password   {}", SampleCampus.PASSWORD);
    LOG.info("    jonas  with the password   {}", SampleCampus.PASSWORD);
    LOG.warn("This password is public knowledge: never make such a server reachable from outside.");
  }
}
