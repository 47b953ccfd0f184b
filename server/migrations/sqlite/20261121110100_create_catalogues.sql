-- The programme as it was loaded; a change is a new row, and decisions name the version that they used.
CREATE TABLE catalogues (
    catalogue_id TEXT NOT NULL PRIMARY KEY,
    programme    TEXT NOT NULL,
    version      TEXT NOT NULL,
    document     TEXT NOT NULL,
    loaded_at    INTEGER NOT NULL,
    CONSTRAINT catalogues_version_unique UNIQUE (programme, version)
) STRICT;
