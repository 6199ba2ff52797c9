package com.mockhu.dm.support.http;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** {@code date-time} as the API promises it: in UTC, always with six fraction digits. */
final class ExactTime implements Format {
  private static final Pattern SHAPE = Pattern.compile("[0-9-]{10}T[0-9:]{8}\\.[0-9]{6}Z");

  @Override
  public String getName() {
    return "date-time";
  }

  @Override
  public String getMessageKey() {
    return "format.date-time";
  }

  @Override
  public boolean matches(ExecutionContext context, String text) {
    try {
      Instant.parse(text);
      return SHAPE.matcher(text).matches();
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
