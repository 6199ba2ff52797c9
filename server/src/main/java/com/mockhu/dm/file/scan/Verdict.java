package com.mockhu.dm.file.scan;

/** What the scanner says of a file. */
public sealed interface Verdict {

  record Clean() implements Verdict {}

  /** {@code signature}: the name of what was found. */
  record Infected(String signature) implements Verdict {}

  /** It could not be scanned; {@code reason} is for the operator. */
  record Unknown(String reason) implements Verdict {}
}
