package com.mockhu.dm.file.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;

/** A download that can be closed before its end without reading the rest. */
final class AbortableStream extends FilterInputStream {
  private final ResponseInputStream<?> download;
  private boolean isRead;

  AbortableStream(ResponseInputStream<?> download) {
    super(download);
    this.download = download;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int count = download.read(target, offset, length);
      isRead |= count < 0;
      return count;
    } catch (SdkException e) {
      throw new StorageUnavailableException("A download broke off", e);
    }
  }

  /** A download that was read to its end leaves its connection for the next one. */
  @Override
  public void close() throws IOException {
    if (isRead) {
      download.close();
    } else {
      download.abort();
    }
  }
}
