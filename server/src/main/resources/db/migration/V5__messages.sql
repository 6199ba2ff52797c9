-- No foreign keys here: the conversation's row lock already guarantees what they would check, at a
-- tenth of the cost per message. A message says nothing of who has got or read it: see reads.
CREATE TABLE messages (
    conversation_id uuid NOT NULL,
    seq bigint NOT NULL,
    id uuid NOT NULL,
    sender_id uuid NOT NULL,
    message_type text NOT NULL CHECK (message_type IN ('text', 'image', 'file')),
    content text,
    attachments jsonb,
    client_message_id uuid,
    is_hidden boolean NOT NULL DEFAULT false,
    deleted_at timestamptz,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, seq),
    CONSTRAINT attachments_required CHECK (
        message_type = 'text' OR attachments IS NOT NULL OR deleted_at IS NOT NULL)
) WITH (fillfactor = 90);

-- Not unique, since that could not be kept by one shard alone; ids are made by the server.
CREATE INDEX messages_id ON messages (id);

-- That a sender uses a key in one conversation only is checked by the insert itself, under the lock of
-- the sender's row in account_heads.
CREATE UNIQUE INDEX messages_idempotency
    ON messages (sender_id, client_message_id, conversation_id) WHERE client_message_id IS NOT NULL;

-- The messages that somebody has read: all incoming ones from from_seq to up_to_seq, at read_at. Ranges of
-- one reader never overlap. A null read_at marks a message that was deleted for everyone while it was
-- unread, and so is never read. participants.read_seq tells up to where nothing waits to be read.
CREATE TABLE reads (
    conversation_id uuid NOT NULL,
    user_id uuid NOT NULL,
    up_to_seq bigint NOT NULL,
    from_seq bigint NOT NULL,
    read_at timestamptz,
    PRIMARY KEY (conversation_id, user_id, up_to_seq),
    CHECK (from_seq <= up_to_seq)
);

-- The messages that reached somebody while an earlier one did not; gone as soon as
-- participants.delivered_seq has passed them.
CREATE TABLE deliveries (
    conversation_id uuid NOT NULL,
    user_id uuid NOT NULL,
    up_to_seq bigint NOT NULL,
    from_seq bigint NOT NULL,
    PRIMARY KEY (conversation_id, user_id, up_to_seq),
    CHECK (from_seq <= up_to_seq)
);
