-- The row's lock guards everything in the conversation: its participants' counters and its messages.
CREATE TABLE conversations (
    id uuid PRIMARY KEY,
    user1_id uuid NOT NULL,
    user2_id uuid NOT NULL,
    creator_id uuid NOT NULL,
    last_seq bigint NOT NULL DEFAULT 0,
    last_message_id uuid,
    last_message_type text,
    last_message_text text,
    last_message_sender_id uuid,
    last_message_at timestamptz,
    last_message_deleted boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    CONSTRAINT unique_conversation UNIQUE (user1_id, user2_id),
    CONSTRAINT ordered_users CHECK (user1_id < user2_id)
) WITH (fillfactor = 60);

CREATE INDEX conversations_user2 ON conversations (user2_id);

-- rank is the position in the account's feed that moved the conversation to the top of the inbox.
-- It stands still while the conversation is on top already, so that a chat in full flow touches no
-- index. blocked means: the other one has blocked this user.
CREATE TABLE participants (
    user_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    peer_id uuid NOT NULL,
    rank bigint NOT NULL,
    unread_count integer NOT NULL DEFAULT 0,
    delivered_seq bigint NOT NULL DEFAULT 0,
    read_seq bigint NOT NULL DEFAULT 0,
    cleared_seq bigint NOT NULL DEFAULT 0,
    hidden boolean NOT NULL DEFAULT false,
    blocked boolean NOT NULL DEFAULT false,
    listed boolean GENERATED ALWAYS AS (NOT hidden AND NOT blocked) STORED,
    unread boolean GENERATED ALWAYS AS (unread_count > 0 AND NOT hidden AND NOT blocked) STORED,
    PRIMARY KEY (user_id, conversation_id),
    CHECK (unread_count >= 0)
) WITH (fillfactor = 60);

-- Whose new name or picture is still to be told, and up to which of their conversations it was.
CREATE TABLE profile_changes (
    user_id uuid PRIMARY KEY,
    told_up_to uuid
);

CREATE INDEX participants_inbox ON participants (user_id, rank DESC) WHERE listed;
CREATE INDEX participants_unread ON participants (user_id, rank DESC) WHERE unread;
