-- When the log was last told that an account was refused a command: an attempt that is repeated fills no log.
CREATE TABLE refused_attempts (
    account_id TEXT NOT NULL REFERENCES accounts (account_id),
    command    TEXT NOT NULL,
    logged_at  INTEGER NOT NULL,
    PRIMARY KEY (account_id, command)
) STRICT;
