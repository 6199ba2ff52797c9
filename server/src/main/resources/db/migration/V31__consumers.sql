-- The transaction that wrote the event, so that readers of all accounts know what may still commit. The
-- index holds one line for some pages, and an insert adds nothing to it.
ALTER TABLE account_events
    ADD COLUMN tx bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint);
CREATE INDEX account_events_tx ON account_events USING brin (tx)
    WITH (pages_per_range = 32, autosummarize = on);

-- How far each reader of committed events has come: the last event it has read, by transaction, account
-- and number.
CREATE TABLE consumers (
    name text PRIMARY KEY,
    tx bigint NOT NULL,
    user_id uuid NOT NULL,
    seq bigint NOT NULL
) WITH (fillfactor = 50);
