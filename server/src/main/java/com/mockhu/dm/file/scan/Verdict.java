package com.mockhu.dm.file.scan;

/** The result of a scan. */
public sealed interface Verdict {

  record Clean() implements Verdict {}

  /** {@code signature}: the name of the virus. */
  record Infected(String signature) implements Verdict {}

  /** The file could not be scanned; {@code reason} is for the operator. */
  record Unknown(String reason) implements Verdict {}
}
