-- What later schemas held: rows as a version wrote them, each after so many migrations. They never change with the schema.
-- 24
INSERT INTO refused_attempts (account_id, command, logged_at) VALUES
    ('00000000-0000-7000-8000-0000000acca1', 'get-keys', 1700000000000000);
-- 25
INSERT INTO sessions (session_id, token_hash, account_id, user_id, created_at, last_seen_at, ended_at, browser, system, network) VALUES
    ('00000000-0000-7000-8000-0000000000d2', x'4444444444444444444444444444444444444444444444444444444444444444', '00000000-0000-7000-8000-0000000acca1', NULL, 1700000000000000, 1700000000000001, 1700000000000002, 'firefox', 'linux', '192.0.2.0/24');
-- 26
INSERT INTO accounts (account_id, email, email_key, full_name, created_at, disabled_at) VALUES
    ('00000000-0000-7000-8000-0000000acca9', 'paule@acme.example', 'paule@acme.example', 'Paule Lefèvre', 1700000000000000, 1700000000000003);
-- 27
INSERT INTO sign_in_attempts (sign_in_attempt_id, account_hash, address_hash, created_at, succeeded_at, told_at) VALUES
    ('00000000-0000-7000-8000-0000000000f3', x'5555555555555555555555555555555555555555555555555555555555555555', x'6666666666666666666666666666666666666666666666666666666666666666', 1700000000000000, NULL, 1700000000000004);
-- 28
INSERT INTO ring_versions (ring_version, fingerprint, begun_at) VALUES
    (7, x'7777777777777777777777777777777777777777777777777777777777777777', 1700000000000005);
