-- The programme as it was loaded; a change is a new row, and decisions name the version that they used.
CREATE TABLE catalogues (
    catalogue_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    programme    TEXT COLLATE "C" NOT NULL,
    version      TEXT COLLATE "C" NOT NULL,
    document     TEXT COLLATE "C" NOT NULL,
    loaded_at    BIGINT NOT NULL,
    CONSTRAINT catalogues_version_unique UNIQUE (programme, version)
);
