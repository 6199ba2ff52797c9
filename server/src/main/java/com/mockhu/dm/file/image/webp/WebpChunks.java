package com.mockhu.dm.file.image.webp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The chunks of a WebP file (RFC 9649 §2.3). */
record WebpChunks(List<Chunk> all) {
  private static final Set<String> PIXELS = Set.of("ALPH", "VP8 ", "VP8L");
  private static final int HEAD = 8;

  /** {@code content} without the name and the length before it. */
  record Chunk(String name, byte[] content) {}

  static WebpChunks none() {
    return new WebpChunks(new ArrayList<>());
  }

  /**
   * @throws IOException when a chunk ends after the bytes do
   */
  static WebpChunks of(byte[] bytes, int start, int end) throws IOException {
    WebpChunks chunks = none();
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).limit(end);
    for (int at = start; at + HEAD <= end; ) {
      int length = in.getInt(at + 4);
      if (length < 0 || length > end - at - HEAD) {
        throw new IOException("A chunk beyond the end");
      }
      byte[] content = new byte[length];
      in.get(at + HEAD, content);
      chunks.add(new String(bytes, at, 4, StandardCharsets.ISO_8859_1), content);
      at += HEAD + length + (length & 1);
    }
    return chunks;
  }

  WebpChunks add(String name, byte[] content) {
    all.add(new Chunk(name, content));
    return this;
  }

  WebpChunks addAll(WebpChunks more) {
    all.addAll(more.all);
    return this;
  }

  /** Without whatever else was hidden between them. */
  WebpChunks pixels() {
    return new WebpChunks(
        new ArrayList<>(all.stream().filter(chunk -> PIXELS.contains(chunk.name)).toList()));
  }

  Optional<ByteBuffer> find(String name) {
    return all.stream()
        .filter(chunk -> chunk.name.equals(name))
        .findFirst()
        .map(chunk -> ByteBuffer.wrap(chunk.content).order(ByteOrder.LITTLE_ENDIAN));
  }

  /** A complete file of these chunks. */
  byte[] file() {
    byte[] body = bytes();
    return ByteBuffer.allocate(HEAD + 4 + body.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(4 + body.length)
        .put(ascii("WEBP"))
        .put(body)
        .array();
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Chunk chunk : all) {
      int length = chunk.content.length;
      ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
      out.writeBytes(head.put(ascii(chunk.name)).putInt(length).array());
      out.writeBytes(chunk.content);
      out.writeBytes(new byte[length & 1]);
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
