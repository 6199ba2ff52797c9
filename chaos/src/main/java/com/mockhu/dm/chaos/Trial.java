package com.mockhu.dm.chaos;

import com.mockhu.dm.chaos.check.Anomaly;
import com.mockhu.dm.chaos.check.Checker;
import com.mockhu.dm.chaos.client.Crowd;
import com.mockhu.dm.chaos.client.FinalState;
import com.mockhu.dm.chaos.client.Site;
import com.mockhu.dm.chaos.client.UnreadableException;
import com.mockhu.dm.chaos.client.rest.Pause;
import com.mockhu.dm.chaos.history.History;
import com.mockhu.dm.chaos.history.Operation;
import com.mockhu.dm.chaos.history.Outcome;
import com.mockhu.dm.chaos.history.Recorder;
import com.mockhu.dm.chaos.history.Trouble;
import com.mockhu.dm.chaos.nemesis.Fault;
import java.time.Duration;
import java.util.List;

/** One round: people write, something breaks, it is mended, and all is counted. */
public final class Trial {
  /** Before the fault, by each device, however slow the machine is. */
  private static final int LEAST_ATTEMPTS = 10;

  private final Site site;
  private final RoundSettings settings;
  private final Fault fault;
  private final Recorder recorder = new Recorder();

  public Trial(Site site, RoundSettings settings, Fault fault) {
    this.site = site;
    this.settings = settings;
    this.fault = fault;
  }

  /** Runs it to the end and judges it. */
  public Verdict run() throws Exception {
    fault.prepare();
    try (Crowd crowd = Crowd.at(site, settings.people(), settings.seed(), recorder)) {
      return run(crowd);
    } finally {
      fault.cleanUp();
    }
  }

  private Verdict run(Crowd crowd) throws Exception {
    crowd.start();
    Pause.millis(settings.calm().toMillis());
    Pause.until(settings.longestRecovery(), () -> crowd.hasDone(LEAST_ATTEMPTS));
    long struck = recorder.now();
    try {
      fault.strike();
      Pause.millis(settings.fault().toMillis());
    } finally {
      fault.heal();
    }
    long healed = recorder.now();
    Duration recovery = recover(healed);
    Pause.millis(settings.calm().toMillis());
    if (!crowd.settle(settings.longestRecovery())) {
      stuck(crowd.restless() + " can't settle their unknown outcomes");
    }
    return judge(crowd, struck, healed, recovery);
  }

  /** Until a send that began after the fault is acknowledged, by each transport. */
  private Duration recover(long healed) {
    boolean isBack =
        Pause.until(
            settings.longestRecovery(), () -> isServed(healed, true) && isServed(healed, false));
    if (!isBack) {
      stuck("not served on both transports within " + settings.longestRecovery());
    }
    return Duration.ofNanos(recorder.now() - healed);
  }

  private boolean isServed(long since, boolean onSocket) {
    return recorder.has(
        each ->
            each.isSend()
                && each.connection() > 0 == onSocket
                && each.invoked() > since
                && each.outcome() instanceof Outcome.Ok);
  }

  private void stuck(String what) {
    recorder.trouble(Trouble.Kind.STUCK, what);
  }

  private Verdict judge(Crowd crowd, long struck, long healed, Duration recovery) {
    try {
      FinalState end = crowd.look(settings.longestConvergence(), settings.longestRecovery());
      List<String> inside =
          site.insight().faults(List.copyOf(end.people().keySet()), end.conversations());
      History history = recorder.history();
      List<Anomaly> anomalies = Checker.check(end.with(history, inside));
      return new Verdict(history, struck, healed, recovery, slowest(history), anomalies);
    } catch (UnreadableException e) {
      stuck(e.getMessage());
      History history = recorder.history();
      List<Anomaly> anomalies = List.of(new Anomaly(Anomaly.Kind.STUCK, e.getMessage()));
      return new Verdict(history, struck, healed, recovery, slowest(history), anomalies);
    }
  }

  private static Duration slowest(History history) {
    return Duration.ofNanos(
        history.operations().stream()
            .filter(each -> each.outcome() instanceof Outcome.Ok)
            .mapToLong((Operation each) -> each.ended() - each.invoked())
            .max()
            .orElse(0));
  }
}
