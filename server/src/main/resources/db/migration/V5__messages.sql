-- No foreign keys here: the conversation's row lock already guarantees what they would check, at a
-- tenth of the cost per message.
CREATE TABLE messages (
    id uuid PRIMARY KEY,
    conversation_id uuid NOT NULL,
    seq bigint NOT NULL,
    sender_id uuid NOT NULL,
    message_type text NOT NULL CHECK (message_type IN ('text', 'image', 'file')),
    content text,
    attachments jsonb,
    client_message_id uuid,
    is_delivered boolean NOT NULL DEFAULT false,
    read_at timestamptz,
    is_hidden boolean NOT NULL DEFAULT false,
    deleted_at timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT attachments_required CHECK (
        message_type = 'text' OR attachments IS NOT NULL OR deleted_at IS NOT NULL)
) WITH (fillfactor = 90);

CREATE UNIQUE INDEX messages_order ON messages (conversation_id, seq);
CREATE UNIQUE INDEX messages_idempotency ON messages (sender_id, client_message_id)
    WHERE client_message_id IS NOT NULL;
