-- The number of the event that made latest_conversation_id the latest. It tells an update what was there
-- before it, which older PostgreSQL cannot say of itself, and spares it to lock and read the row first.
ALTER TABLE account_heads ADD COLUMN latest_since bigint NOT NULL DEFAULT 0;
