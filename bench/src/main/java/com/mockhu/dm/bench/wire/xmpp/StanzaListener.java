package com.mockhu.dm.bench.wire.xmpp;

/** The events of a stream; every call comes on the stream's event loop. */
public interface StanzaListener {
  /** Ignores everything. */
  StanzaListener SILENT =
      new StanzaListener() {
        @Override
        public void stanza(byte[] bytes, int from, int to) {}

        @Override
        public void closed() {}
      };

  /**
   * A whole stanza has arrived.
   *
   * @param bytes shared by all streams of the loop and overwritten after the call
   * @param from its first byte
   * @param to the byte after its last
   */
  void stanza(byte[] bytes, int from, int to);

  /** The stream is closed by either side. */
  void closed();
}
