package com.mockhu.dm.file.image.webp;

import com.mockhu.dm.file.image.pixel.ColorProfile;
import com.mockhu.dm.file.image.pixel.PixelLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a WebP (RFC 9649 §2.7) without anything else, so that a file written from them has
 * no metadata, not even in a frame.
 *
 * @param profile the colour profile; never written
 * @param animation the content of {@code ANIM}: background and number of rounds; null for a still
 */
public record WebpFile(
    int width, int height, byte[] animation, ColorProfile profile, List<WebpFrame> frames) {
  private static final int HEADER = 12;
  private static final int FRAME_HEAD = 16;
  private static final int ANIMATION_HEAD = 6;
  private static final int IS_ANIMATED = 0x02;
  private static final int HAS_ALPHA = 0x10;

  /**
   * @throws IOException for a damaged file, and for frames whose size differs from the stated one
   */
  public static WebpFile read(Path path) throws IOException {
    return of(Files.readAllBytes(path));
  }

  /** The block of metadata; empty without one. */
  public static byte[] exif(Path path) throws IOException {
    return chunks(Files.readAllBytes(path)).find("EXIF").map(ByteBuffer::array).orElse(new byte[0]);
  }

  private static WebpChunks chunks(byte[] bytes) throws IOException {
    if (bytes.length < HEADER) {
      throw new IOException("No WebP");
    }
    int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    int end = (int) Math.min(bytes.length, Integer.toUnsignedLong(length) + 8);
    return WebpChunks.of(bytes, HEADER, end);
  }

  static WebpFile of(byte[] bytes) throws IOException {
    WebpChunks chunks = chunks(bytes);
    ByteBuffer extended = chunks.find("VP8X").filter(head -> head.limit() >= 10).orElse(null);
    ByteBuffer rounds = chunks.find("ANIM").filter(a -> a.limit() >= ANIMATION_HEAD).orElse(null);
    ColorProfile profile =
        chunks.find("ICCP").map(icc -> ColorProfile.of(icc.array())).orElse(ColorProfile.NONE);
    if (extended == null || rounds == null) {
      WebpFrame still = WebpFrame.still(chunks.pixels());
      return new WebpFile(still.width(), still.height(), null, profile, List.of(still));
    }
    byte[] animation = new byte[ANIMATION_HEAD];
    rounds.get(animation);
    int width = number(extended, 4) + 1;
    int height = number(extended, 7) + 1;
    return new WebpFile(width, height, animation, profile, frames(chunks, width, height));
  }

  private static List<WebpFrame> frames(WebpChunks chunks, int width, int height)
      throws IOException {
    List<WebpFrame> frames = new ArrayList<>();
    for (WebpChunks.Chunk chunk : chunks.all()) {
      if (chunk.name().equals("ANMF")) {
        PixelLimits.requireFew(frames.size() + 1);
        frames.add(frame(chunk.content()).checked(width, height));
      }
    }
    if (frames.isEmpty()) {
      throw new IOException("An animation without frames");
    }
    return frames;
  }

  private static WebpFrame frame(byte[] content) throws IOException {
    ByteBuffer head = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (content.length < FRAME_HEAD) {
      throw new IOException("A frame without a head");
    }
    return new WebpFrame(
        number(head, 0) * 2,
        number(head, 3) * 2,
        number(head, 6) + 1,
        number(head, 9) + 1,
        number(head, 12),
        (head.get(15) & 2) == 0,
        (head.get(15) & 1) == 1,
        WebpChunks.of(content, FRAME_HEAD, content.length).pixels());
  }

  /** Whether the first frame was encoded without loss. */
  public boolean isLossless() {
    return frames.getFirst().isLossless();
  }

  public boolean isAnimated() {
    return animation != null;
  }

  public byte[] bytes() throws IOException {
    return isAnimated() ? animated() : still(frames.getFirst());
  }

  public static byte[] still(WebpFrame frame) throws IOException {
    WebpChunks chunks = WebpChunks.none();
    if (frame.pixels().find("ALPH").isPresent()) {
      chunks.add("VP8X", extended(HAS_ALPHA, frame.width(), frame.height()));
    }
    return chunks.addAll(frame.pixels()).file();
  }

  private byte[] animated() throws IOException {
    int alpha = 0;
    for (WebpFrame frame : frames) {
      alpha |= frame.hasAlpha() ? HAS_ALPHA : 0;
    }
    WebpChunks chunks = WebpChunks.none();
    chunks.add("VP8X", extended(IS_ANIMATED | alpha, width, height)).add("ANIM", animation);
    for (WebpFrame frame : frames) {
      chunks.add("ANMF", content(frame));
    }
    return chunks.file();
  }

  private static byte[] content(WebpFrame frame) {
    ByteBuffer head = ByteBuffer.allocate(FRAME_HEAD).order(ByteOrder.LITTLE_ENDIAN);
    put(head, frame.x() / 2);
    put(head, frame.y() / 2);
    put(head, frame.width() - 1);
    put(head, frame.height() - 1);
    put(head, frame.milliseconds());
    head.put((byte) ((frame.isBlended() ? 0 : 2) | (frame.isCleared() ? 1 : 0)));
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(head.array());
    content.writeBytes(frame.pixels().bytes());
    return content.toByteArray();
  }

  private static byte[] extended(int flags, int width, int height) {
    ByteBuffer head = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(flags);
    put(head, width - 1);
    put(head, height - 1);
    return head.array();
  }

  /** A number of three bytes. */
  private static int number(ByteBuffer from, int at) {
    return from.getShort(at) & 0xFFFF | (from.get(at + 2) & 0xFF) << 16;
  }

  private static void put(ByteBuffer to, int number) {
    to.putShort((short) number).put((byte) (number >> 16));
  }
}
