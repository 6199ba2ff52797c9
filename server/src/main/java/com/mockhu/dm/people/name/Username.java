package com.mockhu.dm.people.name;

/**
 * A checked username.
 *
 * @param key what it is compared and found by; the same whatever the case
 * @param shown as its owner writes it
 */
public record Username(String key, String shown) {}
