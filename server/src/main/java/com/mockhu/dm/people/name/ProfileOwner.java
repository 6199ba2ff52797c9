package com.mockhu.dm.people.name;

/** Who may change names and pictures (DM_PROFILES). */
public enum ProfileOwner {
  /** The people themselves, and the host application. */
  OWN,
  /** The host application alone. */
  HOST
}
