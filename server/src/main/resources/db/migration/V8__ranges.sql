-- Where one event stands for several messages: the number of the first in its conversation. Null for
-- what is about one thing.
ALTER TABLE account_events ADD COLUMN first_seq bigint;
