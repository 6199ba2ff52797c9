package com.mockhu.dm.bench.wire;

import java.util.UUID;

/** A user of the run, with the access token that the run made for them. */
public record Person(UUID id, String username, String token) {}
