-- Where one event stands for several messages: the number of the first in its conversation. Null for
-- what is about one thing.
ALTER TABLE account_events ADD COLUMN first_seq bigint;

-- When somebody was last known to be here, written while they are: what is left of their leaving when the
-- server dies. Only then does it become the time they were last seen.
ALTER TABLE last_seen ALTER COLUMN at DROP NOT NULL;
ALTER TABLE last_seen ADD COLUMN alive_at timestamptz;
ALTER TABLE last_seen SET (fillfactor = 50);
