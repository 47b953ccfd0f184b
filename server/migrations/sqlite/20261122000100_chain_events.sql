-- The log becomes a chain for each company: whoever changes, removes or inserts an entry breaks it. What was there before
-- has no hash of its own, and is sealed as a whole when the program starts.
CREATE TABLE event_chains (
    chain           TEXT NOT NULL PRIMARY KEY,
    position        INTEGER NOT NULL CHECK (position >= 0),
    hash            BLOB CHECK (length(hash) = 32),
    sealed_position INTEGER NOT NULL CHECK (sealed_position BETWEEN 0 AND position),
    sealed_hash     BLOB CHECK (length(sealed_hash) = 32)
) STRICT;

CREATE TABLE chained_events (
    event_id       TEXT NOT NULL PRIMARY KEY,
    chain          TEXT NOT NULL REFERENCES event_chains (chain),
    position       INTEGER NOT NULL CHECK (position >= 1),
    hash           BLOB CHECK (length(hash) = 32),
    company_id     TEXT REFERENCES companies (company_id),
    at             INTEGER NOT NULL,
    account_id     TEXT REFERENCES accounts (account_id),
    user_id        TEXT REFERENCES users (user_id),
    kind           TEXT NOT NULL,
    benefit_id     TEXT REFERENCES benefits (benefit_id),
    seat_id        TEXT REFERENCES seats (seat_id),
    policy_version TEXT NOT NULL,
    content        TEXT NOT NULL,
    CONSTRAINT events_position_unique UNIQUE (chain, position),
    CONSTRAINT events_chain_of_company CHECK (chain = COALESCE(company_id, 'operator'))
) STRICT;

INSERT INTO event_chains (chain, position, hash, sealed_position, sealed_hash)
SELECT COALESCE(company_id, 'operator'), COUNT(*), NULL, COUNT(*), NULL
FROM events
GROUP BY company_id;

INSERT INTO chained_events (event_id, chain, position, hash, company_id, at, account_id, user_id, kind, benefit_id,
                            seat_id, policy_version, content)
SELECT event_id, COALESCE(company_id, 'operator'), ROW_NUMBER() OVER (PARTITION BY company_id ORDER BY at, event_id),
       NULL, company_id, at, account_id, user_id, kind, benefit_id, seat_id, policy_version, content
FROM events;

DROP TABLE events;

ALTER TABLE chained_events RENAME TO events;

CREATE INDEX events_seat ON events (seat_id, at);

CREATE TRIGGER events_never_updated BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are never updated');
END;

CREATE TRIGGER events_never_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are never deleted');
END;
