package com.mockhu.dm.platform.lease;

/** Another server has taken the job over; the transaction must not commit. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LeaseLostException(String job) {
    super("Another server has taken over the job: " + job);
  }
}
