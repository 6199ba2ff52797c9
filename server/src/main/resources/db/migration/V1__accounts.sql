-- Fuzzy search of people. A trusted extension: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE users (
    id uuid PRIMARY KEY,
    -- Folded by the server, so that names that differ only in case are equal. Unique by usernames.
    username text COLLATE "C" NOT NULL,
    -- As its owner writes it; null where that is the same.
    username_shown text,
    full_name text NOT NULL,
    avatar_url text,
    who_can_message text NOT NULL DEFAULT 'everyone'
        CHECK (who_can_message IN ('everyone', 'followers', 'none')),
    read_receipts boolean NOT NULL DEFAULT true,
    show_online boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    -- Tokens are refused and nobody can write to the person; nothing is removed.
    disabled_at timestamptz
) WITH (fillfactor = 90);

-- Which account has a username. One row for each account, written in the transaction that writes the
-- username in users. A table of its own, because a unique constraint can hold over all shards only
-- where the name itself is the distribution key.
CREATE TABLE usernames (
    username text COLLATE "C" PRIMARY KEY,
    user_id uuid NOT NULL
);

-- People whom the host application signs in have none.
CREATE TABLE passwords (
    user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    hash text NOT NULL
);

-- What people are found by: cut, folded and put in lower case by the server, so that prefixes of
-- any script work whatever the locale of the database is.
CREATE TABLE user_words (
    word text COLLATE "C" NOT NULL,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (word, user_id)
);
CREATE INDEX user_words_user ON user_words (user_id);
CREATE INDEX user_words_trigrams ON user_words USING gin (word gin_trgm_ops);

CREATE TABLE follows (
    -- No foreign key: in a bulk push a follower may come on a later line than those they follow.
    follower_id uuid NOT NULL,
    followee_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (follower_id, followee_id),
    CHECK (follower_id <> followee_id)
);
CREATE INDEX follows_followee ON follows (followee_id);

-- One sign-in on one device. Signing out deletes it, and all its tokens with it.
CREATE TABLE sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, id)
);
CREATE INDEX sessions_id ON sessions (id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- Used ones stay until they would have expired, so that a second use is noticed.
CREATE TABLE refresh_tokens (
    hash bytea NOT NULL,
    user_id uuid NOT NULL,
    session_id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (user_id, hash),
    FOREIGN KEY (user_id, session_id) REFERENCES sessions (user_id, id) ON DELETE CASCADE
);
CREATE INDEX refresh_tokens_hash ON refresh_tokens (hash);
CREATE INDEX refresh_tokens_session ON refresh_tokens (user_id, session_id);

CREATE TABLE socket_tickets (
    hash bytea NOT NULL,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    session_id uuid,
    is_service boolean NOT NULL,
    token_expires_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, hash),
    FOREIGN KEY (user_id, session_id) REFERENCES sessions (user_id, id) ON DELETE CASCADE
);
CREATE INDEX socket_tickets_hash ON socket_tickets (hash);
CREATE INDEX socket_tickets_expiry ON socket_tickets (expires_at);
