-- The servers that use this database; each renews its row every few seconds.
CREATE TABLE nodes (
    id uuid PRIMARY KEY,
    started_at timestamptz NOT NULL,
    beat_at timestamptz NOT NULL
);
