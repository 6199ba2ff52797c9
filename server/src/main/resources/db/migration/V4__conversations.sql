-- The row's lock guards everything in the conversation: its participants' counters and its messages.
-- kind 0 is direct, between user1 and user2, and 1 is a group. members_version changes with every change
-- of a group's members, so that a list of them that is kept under it cannot be outdated.
CREATE TABLE conversations (
    id uuid PRIMARY KEY,
    user1_id uuid,
    user2_id uuid,
    creator_id uuid NOT NULL,
    members_version bigint NOT NULL DEFAULT 0,
    last_seq bigint NOT NULL DEFAULT 0,
    last_message_id uuid,
    last_message_type text,
    last_message_text text,
    last_message_sender_id uuid,
    last_message_at timestamptz,
    last_message_deleted boolean NOT NULL DEFAULT false,
    kind smallint NOT NULL CHECK (kind IN (0, 1)),
    created_at timestamptz NOT NULL,
    CONSTRAINT two_people CHECK (
        CASE kind WHEN 0 THEN user1_id < user2_id AND user1_id IS NOT NULL AND user2_id IS NOT NULL
                  ELSE user1_id IS NULL AND user2_id IS NULL END)
) WITH (fillfactor = 60);

-- Keeps one direct conversation for two people. Written once, when the conversation is made.
CREATE TABLE direct_pairs (
    user1_id uuid NOT NULL,
    user2_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    PRIMARY KEY (user1_id, user2_id),
    CHECK (user1_id < user2_id)
);

-- An inbox entry and the positions of one person, alike for both kinds. rank is the position in the
-- account's feed that moved the conversation to the top of the inbox. It stands still while the
-- conversation is on top already, so that a chat in full flow touches no index. blocked: the other
-- person of a direct conversation has blocked this user.
CREATE TABLE participants (
    user_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
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

-- Of groups alone: the two of a direct conversation stand in its own row. joined_seq is the number of
-- the last message before the person came; role 0 is a member, 1 an admin, 2 the owner.
CREATE TABLE members (
    conversation_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role smallint NOT NULL CHECK (role IN (0, 1, 2)),
    joined_seq bigint NOT NULL,
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, user_id)
);
