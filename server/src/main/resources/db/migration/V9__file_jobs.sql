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
