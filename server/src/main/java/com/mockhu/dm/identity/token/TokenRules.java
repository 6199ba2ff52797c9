package com.mockhu.dm.identity.token;

import java.util.List;
import java.util.Optional;

/**
 * What a token must say of itself; empty means unchecked.
 *
 * @param issuers one of them must be its {@code iss}; the first stands in the server's own
 * @param audience what must be among its {@code aud}
 */
public record TokenRules(List<String> issuers, Optional<String> audience) {}
