package com.mockhu.dm.file.inspect;

import com.mockhu.dm.file.type.Kind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One file to check.
 *
 * @param isPortrait whether to make the picture of a person instead of an image to send
 */
record InspectionJob(Kind kind, Path file, boolean isPortrait) {
  void write(DataOutputStream out) throws IOException {
    out.writeByte(kind.ordinal());
    out.writeBoolean(isPortrait);
    out.writeUTF(file.toAbsolutePath().toString());
    out.flush();
  }

  /**
   * @throws java.io.EOFException when the server has ended
   */
  static InspectionJob read(DataInputStream in) throws IOException {
    Kind kind = Kind.values()[in.readUnsignedByte()];
    boolean isPortrait = in.readBoolean();
    return new InspectionJob(kind, Path.of(in.readUTF()), isPortrait);
  }
}
