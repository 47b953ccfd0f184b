-- Who held which seat, from when to when. An assignment that was undone never was: it stays only for the log's sake.
CREATE TABLE seat_assignments (
    assignment_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    seat_id       TEXT COLLATE "C" NOT NULL REFERENCES seats (seat_id),
    company_id    TEXT COLLATE "C" NOT NULL REFERENCES companies (company_id),
    product       TEXT COLLATE "C" NOT NULL,
    user_id       TEXT COLLATE "C" NOT NULL REFERENCES users (user_id),
    assigned_at   BIGINT NOT NULL,
    assigned_on   TEXT COLLATE "C" NOT NULL,
    assigned_by   TEXT COLLATE "C" NOT NULL REFERENCES users (user_id),
    activated_at  BIGINT,
    activated_by  TEXT COLLATE "C" REFERENCES users (user_id),
    released_at   BIGINT,
    released_on   TEXT COLLATE "C",
    released_by   TEXT COLLATE "C" REFERENCES users (user_id),
    locked_until  TEXT COLLATE "C",
    undone_at     BIGINT,
    CHECK ((released_at IS NULL) = (released_by IS NULL) AND (released_at IS NULL) = (released_on IS NULL)),
    CHECK (locked_until IS NULL OR released_at IS NOT NULL)
);

-- A seat has one holder at most, and a person one seat of a subscription at most, over all pools (R45, R46).
CREATE UNIQUE INDEX seat_assignments_seat_unique ON seat_assignments (seat_id)
WHERE released_at IS NULL AND undone_at IS NULL;

CREATE UNIQUE INDEX seat_assignments_holder_unique ON seat_assignments (company_id, product, user_id)
WHERE released_at IS NULL AND undone_at IS NULL;

CREATE INDEX seat_assignments_user ON seat_assignments (user_id);

CREATE INDEX seat_assignments_latest ON seat_assignments (seat_id, assigned_at, assignment_id) WHERE undone_at IS NULL;
