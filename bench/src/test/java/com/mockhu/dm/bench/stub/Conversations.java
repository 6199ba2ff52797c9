package com.mockhu.dm.bench.stub;

import io.netty.channel.Channel;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Who talks to whom, and over which socket they are reached; used by one event loop. */
final class Conversations {
  private final Map<String, String> recipients = new HashMap<>();
  private final Map<String, Channel> sockets = new HashMap<>();

  String open(String recipient) {
    String id = UUID.randomUUID().toString();
    recipients.put(id, recipient);
    return id;
  }

  void connected(String user, Channel socket) {
    sockets.put(user, socket);
  }

  Channel socketOfRecipient(String conversation) {
    return sockets.get(recipients.get(conversation));
  }
}
