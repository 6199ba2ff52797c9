-- A row is there before its file and goes after it, so that no file is ever forgotten. No foreign
-- keys: people and conversations go at once, their files when the clean-up comes by.

-- Files that were not sent yet, and pictures of people. They belong to their uploader.
CREATE TABLE uploads (
    uploader_id uuid NOT NULL,
    id uuid NOT NULL,
    key text COLLATE "C" NOT NULL,
    thumbnail_key text COLLATE "C",
    filename text NOT NULL,
    original_filename text NOT NULL,
    size bigint NOT NULL,
    thumbnail_size bigint NOT NULL,
    mime_type text NOT NULL,
    width integer,
    height integer,
    uploaded_at timestamptz NOT NULL,
    -- A picture that the uploader's profile shows.
    is_shown boolean NOT NULL DEFAULT false,
    removed_at timestamptz,
    PRIMARY KEY (uploader_id, id)
);

-- Ids and keys are random, so they need no unique index over all shards.
CREATE INDEX uploads_id ON uploads (id);
CREATE INDEX uploads_key ON uploads (key);
CREATE INDEX uploads_thumbnail ON uploads (thumbnail_key) WHERE thumbnail_key IS NOT NULL;
CREATE INDEX uploads_unsent ON uploads (uploaded_at) WHERE NOT is_shown;
CREATE INDEX uploads_removed ON uploads (removed_at) WHERE removed_at IS NOT NULL;

-- Files that were sent: a send moves their rows here. They belong to their conversation.
CREATE TABLE sent_files (
    conversation_id uuid NOT NULL,
    -- What refers to the file there; opaque here.
    holder_id uuid NOT NULL,
    id uuid NOT NULL,
    uploader_id uuid NOT NULL,
    key text COLLATE "C" NOT NULL,
    thumbnail_key text COLLATE "C",
    filename text NOT NULL,
    original_filename text NOT NULL,
    size bigint NOT NULL,
    thumbnail_size bigint NOT NULL,
    mime_type text NOT NULL,
    width integer,
    height integer,
    uploaded_at timestamptz NOT NULL,
    removed_at timestamptz,
    -- Old files move to a colder place; until then a server that is at it holds them for a while.
    cold_at timestamptz,
    moving_until timestamptz,
    PRIMARY KEY (conversation_id, holder_id, id)
);

CREATE INDEX sent_files_id ON sent_files (id);
CREATE INDEX sent_files_key ON sent_files (key);
CREATE INDEX sent_files_thumbnail ON sent_files (thumbnail_key) WHERE thumbnail_key IS NOT NULL;
CREATE INDEX sent_files_uploader ON sent_files (uploader_id);
CREATE INDEX sent_files_removed ON sent_files (removed_at) WHERE removed_at IS NOT NULL;
CREATE INDEX sent_files_warm ON sent_files (uploaded_at)
    WHERE removed_at IS NULL AND cold_at IS NULL;
CREATE INDEX sent_files_cold ON sent_files (cold_at) WHERE cold_at IS NOT NULL;

-- Bytes kept for each person.
CREATE TABLE upload_usage (
    user_id uuid PRIMARY KEY,
    bytes bigint NOT NULL
);
