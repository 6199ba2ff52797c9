package com.mockhu.dm.people.name;

/**
 * A checked username.
 *
 * @param key identifies the name; equal for names that differ only in case
 * @param shown the spelling of its owner
 */
public record Username(String key, String shown) {}
