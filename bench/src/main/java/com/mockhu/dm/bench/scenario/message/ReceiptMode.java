package com.mockhu.dm.bench.scenario.message;

/**
 * How a reader of {@link Receipts} acknowledges.
 *
 * @param batch messages that the writer sends before it waits for the receipts
 */
record ReceiptMode(String name, int batch, Kind kind) {
  private static final int MANY = 50;

  static final ReceiptMode SINGLY = new ReceiptMode("singly", 1, Kind.EACH);
  static final ReceiptMode FIFTY = new ReceiptMode("50 at a time", MANY, Kind.TOGETHER);
  static final ReceiptMode NO_SINGLE = new ReceiptMode("none, 1 outstanding", 1, Kind.NONE);
  static final ReceiptMode NO_FIFTY = new ReceiptMode("none, 50 outstanding", MANY, Kind.NONE);

  /** The receipts that the reader sends for a message. */
  enum Kind {
    /** None: the cost of sending alone. */
    NONE,
    /** {@code delivered} and {@code read} for each message. */
    EACH,
    /** {@code received} with the cursor, and {@code read} for the conversation. */
    TOGETHER
  }
}
