package com.mockhu.dm.file.inspect;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of one check. Written field by field and without a path, so that a compromised decoder
 * can neither name a file nor have objects deserialised.
 */
sealed interface Outcome {
  /** The file is stored unchanged. */
  record Fine() implements Outcome {}

  /** An image was written beside the file; sizes in pixels. */
  record Made(int width, int height) implements Outcome {}

  record Refused(ApiException why) implements Outcome {}

  record OutOfMemory() implements Outcome {}

  /** A fault of the server; {@code error} names it without content of the file. */
  record Failed(String error) implements Outcome {}

  private static void write(DataOutputStream out, ApiException why) throws IOException {
    out.writeUTF(why.code().name());
    out.writeUTF(why.getMessage());
    out.writeByte(why.details().size());
    for (Map.Entry<String, Object> each : why.details().entrySet()) {
      out.writeUTF(each.getKey());
      out.writeUTF(each.getValue().toString());
    }
  }

  private static ApiException readRefusal(DataInputStream in) throws IOException {
    ErrorCode code = ErrorCode.valueOf(in.readUTF());
    String message = in.readUTF();
    Map<String, Object> details = new LinkedHashMap<>();
    int count = in.readUnsignedByte();
    for (int i = 0; i < count; i++) {
      details.put(in.readUTF(), in.readUTF());
    }
    return new ApiException(code, message, details);
  }

  default void write(DataOutputStream out) throws IOException {
    switch (this) {
      case Fine() -> out.writeByte(0);
      case Made(int width, int height) -> {
        out.writeByte(1);
        out.writeInt(width);
        out.writeInt(height);
      }
      case Refused(ApiException why) -> {
        out.writeByte(2);
        write(out, why);
      }
      case OutOfMemory() -> out.writeByte(3);
      case Failed(String error) -> {
        out.writeByte(4);
        out.writeUTF(error);
      }
    }
    out.flush();
  }

  static Outcome read(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case 0 -> new Fine();
      case 1 -> new Made(in.readInt(), in.readInt());
      case 2 -> new Refused(readRefusal(in));
      case 3 -> new OutOfMemory();
      case 4 -> new Failed(in.readUTF());
      default -> throw new IOException("Unknown outcome: " + kind);
    };
  }
}
