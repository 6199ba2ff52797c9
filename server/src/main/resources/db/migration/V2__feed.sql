-- One row per account that every change of the account locks: its position, and the badge that
-- must move together with it. Only the key is indexed, so that each update stays on its page.
CREATE TABLE account_heads (
    user_id uuid PRIMARY KEY,
    epoch bigint NOT NULL,
    head bigint NOT NULL DEFAULT 0,
    floor bigint NOT NULL DEFAULT 0,
    unread_messages integer NOT NULL DEFAULT 0,
    unread_conversations integer NOT NULL DEFAULT 0,
    conversations integer NOT NULL DEFAULT 0,
    latest_conversation_id uuid
) WITH (fillfactor = 50);

-- Partitioned by time so that retention drops tables instead of deleting rows.
CREATE TABLE account_events (
    user_id uuid NOT NULL,
    seq bigint NOT NULL,
    kind smallint NOT NULL,
    conversation_id uuid,
    subject_id uuid,
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, seq, made_at)
) PARTITION BY RANGE (made_at);

CREATE TABLE account_events_rest PARTITION OF account_events DEFAULT;
