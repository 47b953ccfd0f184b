-- When the log last told of refused attempts on an account or from a place: it does so once a minute at most.
ALTER TABLE sign_in_attempts ADD COLUMN told_at INTEGER;
