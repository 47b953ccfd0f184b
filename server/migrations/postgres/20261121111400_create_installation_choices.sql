-- The language and the operating system that a person chose last for a product (R31).
CREATE TABLE installation_choices (
    user_id   TEXT COLLATE "C" NOT NULL REFERENCES users (user_id),
    product   TEXT COLLATE "C" NOT NULL,
    language  TEXT COLLATE "C" NOT NULL,
    os_type   TEXT COLLATE "C" NOT NULL,
    chosen_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, product)
);
