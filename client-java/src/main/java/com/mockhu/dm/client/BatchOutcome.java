package com.mockhu.dm.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The result of a batch of people.
 *
 * @param failed the first lines that were refused, from 1, each with its code and message
 * @param failedTotal how many were refused in all
 */
public record BatchOutcome(long created, long updated, List<JsonNode> failed, long failedTotal) {}
