-- The roles that a user holds; a default user has none.
CREATE TABLE user_roles (
    user_id    TEXT COLLATE "C" NOT NULL REFERENCES users (user_id),
    role       TEXT COLLATE "C" NOT NULL CHECK (role IN (
        'global-admin', 'mpn-partner-admin', 'account-admin', 'user-admin', 'admin-agent',
        'sales-agent', 'helpdesk-agent', 'billing-admin', 'report-viewer'
    )),
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, role)
);
