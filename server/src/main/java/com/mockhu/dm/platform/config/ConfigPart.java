package com.mockhu.dm.platform.config;

/**
 * One feature's part of {@code GET /v1/config}.
 *
 * @param values is written as JSON
 */
public record ConfigPart(String name, Object values) {}
