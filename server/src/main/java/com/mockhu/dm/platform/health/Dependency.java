package com.mockhu.dm.platform.health;

import java.util.concurrent.Callable;

/**
 * Something the server needs.
 *
 * @param name one word, shown to everybody
 * @param isEssential whether nothing can be served without it
 * @param look true when it is there; may block, and may throw when it is not
 */
public record Dependency(String name, boolean isEssential, Callable<Boolean> look) {}
