package com.mockhu.dm.bench.scenario.peer;

import com.mockhu.dm.bench.talk.Lane;
import com.mockhu.dm.bench.wire.xmpp.Account;
import com.mockhu.dm.bench.wire.xmpp.StanzaListener;
import com.mockhu.dm.bench.wire.xmpp.XmppClient;
import com.mockhu.dm.bench.wire.xmpp.XmppStream;

/** People on a peer whose streams share one lane. */
final class SharedLane {
  private final XmppClient client;
  private final Lane lane;

  SharedLane(XmppClient client) {
    this.client = client;
    this.lane = new Lane(client.nextLoop());
  }

  Lane lane() {
    return lane;
  }

  XmppStream open(Account account) {
    return open(account, StanzaListener.SILENT);
  }

  XmppStream open(Account account, StanzaListener listener) {
    return client.open(account, lane.loop(), listener).join();
  }
}
