package com.mockhu.dm.identity.token;

import java.util.List;
import java.util.Optional;

/**
 * Required claims of a token; empty means unchecked.
 *
 * @param issuers {@code iss} must be one of them; tokens of this server have the first
 * @param audience must be among the values of {@code aud}
 */
public record TokenRules(List<String> issuers, Optional<String> audience) {}
