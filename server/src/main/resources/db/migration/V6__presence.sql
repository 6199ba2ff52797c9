CREATE TABLE last_seen (
    user_id uuid PRIMARY KEY,
    at timestamptz NOT NULL
);
