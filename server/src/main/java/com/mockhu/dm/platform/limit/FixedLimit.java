package com.mockhu.dm.platform.limit;

/** A limit that no setting changes. */
public record FixedLimit(String name, long value) implements Limit {}
