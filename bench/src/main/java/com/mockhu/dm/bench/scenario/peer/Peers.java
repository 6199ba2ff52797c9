package com.mockhu.dm.bench.scenario.peer;

import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.series.Contender;
import com.mockhu.dm.bench.series.Contests;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The same work for Mockhu DM, ejabberd and Prosody, in turns. */
public final class Peers implements Scenario {
  private static final String PARTS = "idle,pairs-1,pairs-16,rate,history";

  @Override
  public String name() {
    return "peers";
  }

  @Override
  public String purpose() {
    return "--parts %s in turns with ejabberd and Prosody, --rounds 3".formatted(PARTS);
  }

  @Override
  public Set<String> options() {
    return Contests.with(
        "parts",
        "pairs",
        "content-length",
        "rates",
        "sockets",
        "hold",
        "sizes",
        "readers",
        "without",
        "administration-url",
        "ejabberd",
        "ejabberd-pid",
        "ejabberd-postgres-pid",
        "ejabberd-database-url",
        "ejabberd-version",
        "prosody",
        "prosody-pid",
        "prosody-postgres-pid",
        "prosody-database-url",
        "prosody-version");
  }

  @Override
  public Result run(Bench bench) {
    List<Contender> contenders = contenders(bench);
    try {
      contenders.forEach(Contender::settle);
      PeerParts parts = new PeerParts(bench, contenders);
      for (String part : bench.options().text("parts").orElse(PARTS).split(",")) {
        bench.say(part);
        run(parts, part.strip());
      }
      return parts.result();
    } finally {
      contenders.forEach(Contender::close);
    }
  }

  private static void run(PeerParts parts, String part) {
    switch (part) {
      case "idle" -> parts.idle();
      case "rate" -> parts.rates();
      case "history" -> parts.histories();
      default -> parts.pairs(outstanding(part));
    }
  }

  private static int outstanding(String part) {
    if (!part.matches("pairs-\\d+")) {
      throw new IllegalArgumentException("There is no part " + part + " (" + PARTS + ")");
    }
    return Integer.parseInt(part.substring("pairs-".length()));
  }

  private static List<Contender> contenders(Bench bench) {
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new MockhuServer(bench));
    String without = bench.options().text("without").orElse("");
    for (Dialect dialect : List.of(Dialect.EJABBERD, Dialect.PROSODY)) {
      if (!without.equals(dialect.name())) {
        contenders.add(XmppServer.of(dialect, bench.options()));
      }
    }
    return contenders;
  }
}
