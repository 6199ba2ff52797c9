package com.mockhu.dm.bench.wire.xmpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.bench.stub.StubXmpp;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class XmppClientTest {
  private final StubXmpp server = new StubXmpp();
  private final XmppClient client = new XmppClient(server.address(), 1);
  private final BlockingQueue<Long> arrived = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void who_has_signed_in_sends_and_gets_messages() throws InterruptedException {
    Account alice = new Account("alice", "secret");
    XmppStream stream = open(alice);
    stream.send(new ChatTemplate(alice.fullAddress(), 64), 42);
    stream.flush();
    assertEquals(42, arrived.poll(10, TimeUnit.SECONDS));
  }

  @Test
  void a_refused_password_is_told() {
    Account nobody = new Account("nobody", "wrong");
    var refusal = assertThrows(CompletionException.class, () -> open(nobody));
    assertTrue(refusal.getMessage().contains("not-authorized"), refusal.getMessage());
  }

  private XmppStream open(Account account) {
    StanzaListener listener =
        new StanzaListener() {
          @Override
          public void stanza(byte[] bytes, int from, int to) {
            arrived.add(ChatTemplate.stamp(bytes, from, to));
          }

          @Override
          public void closed() {}
        };
    return client.open(account, client.nextLoop(), listener).join();
  }
}
