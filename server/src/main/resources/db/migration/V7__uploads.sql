-- A row is there before its file and goes after it, so that no file is ever forgotten. No foreign
-- keys: people and conversations go at once, their files when the cleaning comes by.
CREATE TABLE uploads (
    id uuid PRIMARY KEY,
    uploader_id uuid NOT NULL,
    key text COLLATE "C" NOT NULL UNIQUE,
    thumbnail_key text COLLATE "C" UNIQUE,
    filename text NOT NULL,
    original_filename text NOT NULL,
    size bigint NOT NULL,
    thumbnail_size bigint NOT NULL,
    mime_type text NOT NULL,
    width integer,
    height integer,
    uploaded_at timestamptz NOT NULL,
    -- Null until the file is sent.
    conversation_id uuid,
    -- What holds it there; opaque here.
    holder_id uuid,
    removed_at timestamptz
);

CREATE INDEX uploads_holder ON uploads (holder_id) WHERE holder_id IS NOT NULL;
CREATE INDEX uploads_conversation ON uploads (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX uploads_uploader ON uploads (uploader_id);
CREATE INDEX uploads_unsent ON uploads (uploaded_at) WHERE holder_id IS NULL;
CREATE INDEX uploads_removed ON uploads (removed_at) WHERE removed_at IS NOT NULL;

-- Bytes kept for each person, and under the nil UUID for all of them.
CREATE TABLE upload_usage (
    user_id uuid PRIMARY KEY,
    bytes bigint NOT NULL
);
