-- The log: appended in the transaction of the change, never updated. Without a company it is the operator's.
CREATE TABLE events (
    event_id       TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    company_id     TEXT COLLATE "C" REFERENCES companies (company_id),
    at             BIGINT NOT NULL,
    account_id     TEXT COLLATE "C" REFERENCES accounts (account_id),
    user_id        TEXT COLLATE "C" REFERENCES users (user_id),
    kind           TEXT COLLATE "C" NOT NULL,
    benefit_id     TEXT COLLATE "C" REFERENCES benefits (benefit_id),
    seat_id        TEXT COLLATE "C" REFERENCES seats (seat_id),
    policy_version TEXT COLLATE "C" NOT NULL,
    content        TEXT COLLATE "C" NOT NULL
);

CREATE INDEX events_company ON events (company_id, at);

CREATE INDEX events_seat ON events (seat_id, at);

CREATE FUNCTION events_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are never % once they are there', lower(TG_OP);
END
$$;

CREATE TRIGGER events_never_updated BEFORE UPDATE ON events
FOR EACH ROW EXECUTE FUNCTION events_never_change();

CREATE TRIGGER events_never_deleted BEFORE DELETE ON events
FOR EACH ROW EXECUTE FUNCTION events_never_change();

CREATE TRIGGER events_never_emptied BEFORE TRUNCATE ON events
FOR EACH STATEMENT EXECUTE FUNCTION events_never_change();
