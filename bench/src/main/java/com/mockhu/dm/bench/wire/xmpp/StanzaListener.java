package com.mockhu.dm.bench.wire.xmpp;

/** What a stream tells its owner; every call comes on the stream's event loop. */
public interface StanzaListener {
  /**
   * A whole stanza has arrived.
   *
   * @param bytes shared by all streams of the loop and overwritten after the call
   * @param from its first byte
   * @param to the byte after its last
   */
  void stanza(byte[] bytes, int from, int to);

  /** The stream is gone, whoever closed it. */
  void closed();
}
