-- Activations as the company records them; `units` of the benefit each, 0 for a machine that was counted before (R32).
CREATE TABLE activations (
    activation_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    benefit_id    TEXT COLLATE "C" NOT NULL REFERENCES benefits (benefit_id),
    company_id    TEXT COLLATE "C" NOT NULL REFERENCES companies (company_id),
    machine       TEXT COLLATE "C" NOT NULL CHECK (length(machine) BETWEEN 1 AND 64),
    machine_key   TEXT COLLATE "C" NOT NULL,
    hardware      TEXT COLLATE "C" NOT NULL CHECK (hardware IN ('unchanged', 'changed')),
    units         BIGINT NOT NULL CHECK (units >= 0),
    recorded_at   BIGINT NOT NULL,
    recorded_on   TEXT COLLATE "C" NOT NULL,
    recorded_by   TEXT COLLATE "C" NOT NULL REFERENCES users (user_id)
);

CREATE INDEX activations_machine ON activations (benefit_id, machine_key);
