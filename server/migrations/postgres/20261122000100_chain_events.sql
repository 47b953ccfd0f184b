-- The log becomes a chain for each company: whoever changes, removes or inserts an entry breaks it. What was there before
-- has no hash of its own, and is sealed as a whole when the program starts.
CREATE TABLE event_chains (
    chain           TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    position        BIGINT NOT NULL CHECK (position >= 0),
    hash            BYTEA CHECK (length(hash) = 32),
    sealed_position BIGINT NOT NULL CHECK (sealed_position BETWEEN 0 AND position),
    sealed_hash     BYTEA CHECK (length(sealed_hash) = 32)
);

INSERT INTO event_chains (chain, position, hash, sealed_position, sealed_hash)
SELECT COALESCE(company_id, 'operator'), COUNT(*), NULL, COUNT(*), NULL
FROM events
GROUP BY company_id;

ALTER TABLE events
    ADD COLUMN chain TEXT COLLATE "C" REFERENCES event_chains (chain),
    ADD COLUMN position BIGINT CHECK (position >= 1),
    ADD COLUMN hash BYTEA CHECK (length(hash) = 32);

ALTER TABLE events DISABLE TRIGGER events_never_updated;

UPDATE events
SET chain = COALESCE(company_id, 'operator'), position = numbered.position
FROM (
    SELECT event_id, ROW_NUMBER() OVER (PARTITION BY company_id ORDER BY at, event_id) AS position
    FROM events
) AS numbered
WHERE events.event_id = numbered.event_id;

ALTER TABLE events ENABLE TRIGGER events_never_updated;

ALTER TABLE events
    ALTER COLUMN chain SET NOT NULL,
    ALTER COLUMN position SET NOT NULL,
    ADD CONSTRAINT events_position_unique UNIQUE (chain, position),
    ADD CONSTRAINT events_chain_of_company CHECK (chain = COALESCE(company_id, 'operator'));

DROP INDEX events_company;
