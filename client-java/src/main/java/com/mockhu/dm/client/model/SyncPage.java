package com.mockhu.dm.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The changes for one person since a cursor. Applying a page is idempotent.
 *
 * <p>Entries stay JSON where one list holds several shapes: a conversation that left the inbox is
 * {@code {"id", "is_deleted": true}}, and so on.
 *
 * @param users people with a new name or picture
 * @param settings null when they did not change
 * @param hasMore ask again at once with {@code cursor}
 * @param reset the cursor was too old: forget all that was known, this page is a fresh start
 */
public record SyncPage(
    List<JsonNode> conversations,
    List<JsonNode> messages,
    List<JsonNode> receipts,
    List<JsonNode> blocks,
    List<User> users,
    JsonNode settings,
    String cursor,
    boolean hasMore,
    boolean reset) {}
