package com.mockhu.dm.account.token;

import java.util.Optional;

/**
 * What a token must say of itself; empty means unchecked.
 *
 * @param issuer the {@code iss} it must have
 * @param audience what must be among its {@code aud}
 */
public record TokenRules(Optional<String> issuer, Optional<String> audience) {}
