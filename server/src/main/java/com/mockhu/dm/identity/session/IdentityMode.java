package com.mockhu.dm.identity.session;

/** Who signs people up and issues their tokens (behaviour §2). */
public enum IdentityMode {
  /** This server. */
  BUILTIN,
  /** The host application. */
  EXTERNAL
}
