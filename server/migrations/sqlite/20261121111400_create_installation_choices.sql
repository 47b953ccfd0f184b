-- The language and the operating system that a person chose last for a product (R31).
CREATE TABLE installation_choices (
    user_id   TEXT NOT NULL REFERENCES users (user_id),
    product   TEXT NOT NULL,
    language  TEXT NOT NULL,
    os_type   TEXT NOT NULL,
    chosen_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, product)
) STRICT;
