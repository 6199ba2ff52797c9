package com.mockhu.dm.file.image.webp;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One frame of a WebP: its place, and its compressed pixels.
 *
 * @param milliseconds how long it is shown; 0 for a still
 * @param isBlended drawn over the earlier pixels instead of replacing them
 * @param isCleared its place becomes transparent after its time
 * @param pixels chunks {@code VP8 } or {@code VP8L}, with {@code ALPH} before it where it has one
 */
record WebpFrame(
    int x,
    int y,
    int width,
    int height,
    int milliseconds,
    boolean isBlended,
    boolean isCleared,
    WebpChunks pixels) {
  private static final int START_CODE = 0x2A019D;
  private static final int SIZE_BITS = 0x3FFF;

  /** A frame of the size that its pixels state. */
  static WebpFrame still(WebpChunks pixels) throws IOException {
    int size = size(pixels);
    return new WebpFrame(0, 0, size >>> 16, size & 0xFFFF, 0, false, false, pixels);
  }

  /** Decoders use the size that the pixels state, so a different one before it is an attack. */
  WebpFrame checked(int canvasWidth, int canvasHeight) throws IOException {
    boolean isInside = x + width <= canvasWidth && y + height <= canvasHeight;
    if (size(pixels) != (width << 16 | height) || !isInside) {
      throw new IOException("A frame of another size than it says");
    }
    return this;
  }

  boolean isLossless() {
    return pixels.find("VP8L").isPresent();
  }

  boolean hasAlpha() throws IOException {
    return pixels.find("ALPH").isPresent() || isLossless() && (lossless(pixels) >>> 28 & 1) == 1;
  }

  /** Width in the upper half, height in the lower (RFC 6386 §9.1, RFC 9649 §3.4). */
  private static int size(WebpChunks pixels) throws IOException {
    ByteBuffer lossy = pixels.find("VP8 ").orElse(null);
    if (lossy == null) {
      int bits = lossless(pixels);
      return (bits & SIZE_BITS) + 1 << 16 | (bits >>> 14 & SIZE_BITS) + 1;
    }
    if (lossy.limit() < 10 || (lossy.getInt(3) & 0xFFFFFF) != START_CODE) {
      throw none();
    }
    return (lossy.getShort(6) & SIZE_BITS) << 16 | lossy.getShort(8) & SIZE_BITS;
  }

  private static int lossless(WebpChunks pixels) throws IOException {
    ByteBuffer bytes = pixels.find("VP8L").orElseThrow(WebpFrame::none);
    if (bytes.limit() < 5 || bytes.get(0) != 0x2F) {
      throw none();
    }
    return bytes.getInt(1);
  }

  private static IOException none() {
    return new IOException("A frame without pixels");
  }
}
