-- What a page says after the redirect of a plain form post. Read once, kept for ten minutes.
CREATE TABLE flashes (
    flash_id   TEXT COLLATE "C" NOT NULL,
    session_id TEXT COLLATE "C",
    content    TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT flashes_primary PRIMARY KEY (flash_id),
    CONSTRAINT flashes_session_id_known FOREIGN KEY (session_id) REFERENCES sessions (session_id),
    CONSTRAINT flashes_flash_id_length CHECK (length(flash_id) = 64)
);

CREATE INDEX flashes_created_at ON flashes (created_at);
