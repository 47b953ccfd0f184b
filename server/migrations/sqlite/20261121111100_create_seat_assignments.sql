-- Who held which seat, from when to when. An assignment that was undone never was: it stays only for the log's sake.
CREATE TABLE seat_assignments (
    assignment_id TEXT NOT NULL PRIMARY KEY,
    seat_id       TEXT NOT NULL REFERENCES seats (seat_id),
    company_id    TEXT NOT NULL REFERENCES companies (company_id),
    product       TEXT NOT NULL,
    user_id       TEXT NOT NULL REFERENCES users (user_id),
    assigned_at   INTEGER NOT NULL,
    assigned_on   TEXT NOT NULL,
    assigned_by   TEXT NOT NULL REFERENCES users (user_id),
    activated_at  INTEGER,
    activated_by  TEXT REFERENCES users (user_id),
    released_at   INTEGER,
    released_on   TEXT,
    released_by   TEXT REFERENCES users (user_id),
    locked_until  TEXT,
    undone_at     INTEGER,
    CHECK ((released_at IS NULL) = (released_by IS NULL) AND (released_at IS NULL) = (released_on IS NULL)),
    CHECK (locked_until IS NULL OR released_at IS NOT NULL)
) STRICT;

-- A seat has one holder at most, and a person one seat of a subscription at most, over all pools (R45, R46).
CREATE UNIQUE INDEX seat_assignments_seat_unique ON seat_assignments (seat_id)
WHERE released_at IS NULL AND undone_at IS NULL;

CREATE UNIQUE INDEX seat_assignments_holder_unique ON seat_assignments (company_id, product, user_id)
WHERE released_at IS NULL AND undone_at IS NULL;

CREATE INDEX seat_assignments_user ON seat_assignments (user_id);

CREATE INDEX seat_assignments_latest ON seat_assignments (seat_id, assigned_at, assignment_id) WHERE undone_at IS NULL;
