-- The log: appended in the transaction of the change, never updated. Without a company it is the operator's.
CREATE TABLE events (
    event_id       TEXT NOT NULL PRIMARY KEY,
    company_id     TEXT REFERENCES companies (company_id),
    at             INTEGER NOT NULL,
    account_id     TEXT REFERENCES accounts (account_id),
    user_id        TEXT REFERENCES users (user_id),
    kind           TEXT NOT NULL,
    benefit_id     TEXT REFERENCES benefits (benefit_id),
    seat_id        TEXT REFERENCES seats (seat_id),
    policy_version TEXT NOT NULL,
    content        TEXT NOT NULL
) STRICT;

CREATE INDEX events_company ON events (company_id, at);

CREATE INDEX events_seat ON events (seat_id, at);

CREATE TRIGGER events_never_updated BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are never updated');
END;

CREATE TRIGGER events_never_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are never deleted');
END;
