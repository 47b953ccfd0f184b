-- Activations as the company records them; `units` of the benefit each, 0 for a machine that was counted before (R32).
CREATE TABLE activations (
    activation_id TEXT NOT NULL PRIMARY KEY,
    benefit_id    TEXT NOT NULL REFERENCES benefits (benefit_id),
    company_id    TEXT NOT NULL REFERENCES companies (company_id),
    machine       TEXT NOT NULL CHECK (length(machine) BETWEEN 1 AND 64),
    machine_key   TEXT NOT NULL,
    hardware      TEXT NOT NULL CHECK (hardware IN ('unchanged', 'changed')),
    units         INTEGER NOT NULL CHECK (units >= 0),
    recorded_at   INTEGER NOT NULL,
    recorded_on   TEXT NOT NULL,
    recorded_by   TEXT NOT NULL REFERENCES users (user_id)
) STRICT;

CREATE INDEX activations_machine ON activations (benefit_id, machine_key);
