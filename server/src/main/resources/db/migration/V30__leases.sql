-- Which server does a background job, by this database's clock. The token numbers the holdings of a job:
-- a transaction of a holder that was overtaken finds another number and is rolled back.
CREATE TABLE leases (
    job text PRIMARY KEY,
    holder uuid NOT NULL,
    token bigint NOT NULL,
    until timestamptz NOT NULL
);

-- The server at which somebody is, so that what a dead one could not write is settled for its people and
-- for nobody else's. Null when they have left.
ALTER TABLE last_seen ADD COLUMN node_id uuid;
