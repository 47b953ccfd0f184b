-- Who may no longer sign in anywhere, whatever the company; the account stays, because the log names it.
ALTER TABLE accounts ADD COLUMN disabled_at INTEGER;
