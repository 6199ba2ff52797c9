-- Old files move to a colder place; until then a node that is at it holds them for a while.
ALTER TABLE uploads ADD COLUMN cold_at timestamptz;
ALTER TABLE uploads ADD COLUMN moving_until timestamptz;

CREATE INDEX uploads_warm ON uploads (uploaded_at)
    WHERE holder_id IS NOT NULL AND removed_at IS NULL AND cold_at IS NULL;
CREATE INDEX uploads_cold ON uploads (cold_at) WHERE cold_at IS NOT NULL;

-- What the virus scanner found, for the operator. The files themselves are not kept.
CREATE TABLE quarantine (
    id uuid NOT NULL,
    found_at timestamptz NOT NULL,
    uploader_id uuid NOT NULL,
    original_filename text NOT NULL,
    size bigint NOT NULL,
    sha256 text NOT NULL,
    signature text NOT NULL,
    PRIMARY KEY (uploader_id, id)
);

CREATE INDEX quarantine_found ON quarantine (found_at);
