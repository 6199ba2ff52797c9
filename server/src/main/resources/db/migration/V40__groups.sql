-- What a group shows of itself. Apart from conversations, whose rows every message rewrites.
CREATE TABLE groups (
    conversation_id uuid PRIMARY KEY,
    name text NOT NULL,
    description text,
    avatar_url text,
    -- Whether a new member sees what was written before.
    is_history_open boolean NOT NULL DEFAULT false
);

-- permissions: a bit for each of what only admins may do. System messages are no activity, so they have a
-- time of their own, and the number of the last message is no longer that of the last activity.
ALTER TABLE conversations
    ADD COLUMN permissions smallint NOT NULL DEFAULT 0,
    ADD COLUMN last_message_seq bigint NOT NULL DEFAULT 0,
    ADD COLUMN last_system_at timestamptz;

-- Null for the founder, for those who came by a link, and where the host application added them.
ALTER TABLE members ADD COLUMN added_by uuid;
CREATE INDEX members_user ON members (user_id);

-- Why somebody is no longer in a group, for their devices that were away. reason is null while they are
-- back; has_left: they once left by themselves, so that others can invite but not add them.
CREATE TABLE departures (
    user_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    reason text CHECK (reason IN ('left', 'removed', 'group_deleted')),
    has_left boolean NOT NULL DEFAULT false,
    PRIMARY KEY (user_id, conversation_id)
);

-- Kept out of links.
CREATE TABLE group_bans (
    conversation_id uuid NOT NULL,
    user_id uuid NOT NULL,
    removed_by uuid NOT NULL,
    removed_at timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, user_id)
);

-- is_silent: admins see it as waiting, its person never hears of it. A declined one stays for a while, to
-- make the next one silent.
CREATE TABLE invitations (
    user_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    invited_by uuid NOT NULL,
    invited_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    is_waiting boolean NOT NULL,
    is_silent boolean NOT NULL,
    declined_at timestamptz,
    PRIMARY KEY (user_id, conversation_id)
);
CREATE INDEX invitations_conversation ON invitations (conversation_id);

CREATE TABLE invite_links (
    conversation_id uuid NOT NULL,
    id uuid NOT NULL,
    code text COLLATE "C" NOT NULL,
    uses integer NOT NULL DEFAULT 0,
    max_uses integer,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, id)
);
-- Not unique, since one shard alone could not keep it; codes are random.
CREATE INDEX invite_links_code ON invite_links (code);

-- Which group a client's key made, so that a repetition gets the same one.
CREATE TABLE group_creations (
    creator_id uuid NOT NULL,
    client_key uuid NOT NULL,
    conversation_id uuid NOT NULL,
    request_hash text NOT NULL,
    outcomes text NOT NULL,
    PRIMARY KEY (creator_id, client_key)
);

-- What is still to be erased: all of a deleted group where sender_id is the nil UUID, else what a deleted
-- account has sent to it. after_seq: erased up to here.
CREATE TABLE group_erasures (
    conversation_id uuid NOT NULL,
    sender_id uuid NOT NULL,
    after_seq bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation_id, sender_id)
);

ALTER TABLE users ADD COLUMN who_can_add_to_groups text NOT NULL DEFAULT 'contacts'
    CHECK (who_can_add_to_groups IN ('everyone', 'contacts', 'nobody'));

ALTER TABLE messages
    ADD COLUMN system jsonb,
    -- The admin who deleted it for everyone; null for its sender.
    ADD COLUMN deleted_by uuid,
    DROP CONSTRAINT messages_message_type_check,
    ADD CONSTRAINT messages_message_type_check
        CHECK (message_type IN ('text', 'image', 'file', 'system')),
    DROP CONSTRAINT attachments_required,
    ADD CONSTRAINT attachments_required CHECK (
        message_type IN ('text', 'system') OR attachments IS NOT NULL OR deleted_at IS NOT NULL);
