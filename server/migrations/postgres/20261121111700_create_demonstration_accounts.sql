-- The people whom the sign-in page of a demonstration offers; empty in every other installation.
CREATE TABLE demonstration_accounts (
    user_id  TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES users (user_id),
    position BIGINT NOT NULL
);
