package com.mockhu.dm.message.event;

/** The numbers under which events of messages stand in feeds; no other feature uses them. */
public final class EventKind {
  public static final short NEW = 10;
  public static final short HIDDEN = 11;
  public static final short DELETED = 12;
  public static final short READ = 13;
  public static final short READ_ALL = 14;
  public static final short DELIVERED = 15;
  public static final short RESTORED = 16;

  /** A new message that the server wrote: nobody has to be told that it arrived. */
  public static final short SYSTEM = 17;

  private EventKind() {}
}
