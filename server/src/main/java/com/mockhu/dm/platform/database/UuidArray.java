package com.mockhu.dm.platform.database;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * An array of UUIDs in PostgreSQL's binary form. The driver knows only the text form, which costs
 * both sides more than the rest of a batch's parameters together.
 */
final class UuidArray extends PGobject implements PGBinaryObject {
  private static final long serialVersionUID = 1L;
  private static final int ELEMENT_OID = 2950;
  private static final int EMPTY_BYTES = 3 * Integer.BYTES;
  private static final int HEADER_BYTES = 5 * Integer.BYTES;
  private static final int NULL_LENGTH = -1;

  private final transient UUID[] values;

  UuidArray(UUID[] values) {
    this.values = values;
    setType("_uuid");
  }

  @Override
  public int lengthInBytes() {
    int length = values.length == 0 ? EMPTY_BYTES : HEADER_BYTES;
    for (UUID value : values) {
      length += Integer.BYTES + (value == null ? 0 : 2 * Long.BYTES);
    }
    return length;
  }

  @Override
  public void toBytes(byte[] bytes, int offset) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, lengthInBytes());
    int dimensions = values.length == 0 ? 0 : 1;
    buffer.putInt(dimensions).putInt(1).putInt(ELEMENT_OID);
    if (dimensions == 1) {
      buffer.putInt(values.length).putInt(1);
    }
    for (UUID value : values) {
      if (value == null) {
        buffer.putInt(NULL_LENGTH);
      } else {
        buffer.putInt(2 * Long.BYTES);
        buffer.putLong(value.getMostSignificantBits());
        buffer.putLong(value.getLeastSignificantBits());
      }
    }
  }

  @Override
  public void setByteValue(byte[] value, int offset) {
    throw new UnsupportedOperationException("Arrays are only sent");
  }

  /** For a connection without binary transfer. */
  @Override
  public String getValue() {
    StringBuilder text = new StringBuilder("{");
    for (UUID value : values) {
      text.append(text.length() == 1 ? "" : ",").append(value == null ? "NULL" : value);
    }
    return text.append('}').toString();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public Object clone() throws CloneNotSupportedException {
    return super.clone();
  }
}
