package com.mockhu.dm.platform.http.connection;

import io.netty.channel.ChannelOutboundBuffer;

/** How fast a client reads what waits for it, by looking once a second. */
final class ReadProgress {
  private final int seconds;
  private final long least;
  private int waited;
  private long read;

  /** Which piece was being sent at the last look; its identity alone, so as not to keep it. */
  private int piece;

  private long pieceBytes;

  ReadProgress(NetworkBounds bounds) {
    this.seconds = bounds.answerSeconds();
    this.least = (long) bounds.answerSeconds() * bounds.bytesPerSecond();
  }

  /** Whether something waits for the client. */
  static boolean isWaiting(ChannelOutboundBuffer buffer) {
    return buffer != null && !buffer.isEmpty();
  }

  /** Called every second; true when too little was read over the time it is measured. */
  boolean isTooSlow(ChannelOutboundBuffer buffer) {
    if (!isWaiting(buffer)) {
      waited = 0;
      read = 0;
      piece = 0;
      return false;
    }
    read += sinceLastLook(System.identityHashCode(buffer.current()), buffer.currentProgress());
    waited++;
    if (waited < seconds) {
      return false;
    }
    boolean isSlow = read < Math.max(1, least);
    waited = 0;
    read = 0;
    return isSlow;
  }

  private long sinceLastLook(int current, long bytes) {
    boolean isSame = current == piece;
    // A piece that is gone was read whole; pieces are large enough not to be counted.
    long moved = isSame ? bytes - pieceBytes : piece == 0 ? 0 : least;
    piece = current;
    pieceBytes = bytes;
    return moved;
  }
}
