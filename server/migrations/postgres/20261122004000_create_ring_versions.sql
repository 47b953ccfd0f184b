-- The versions of the key ring that seal product keys. The fingerprint of a version's key tells it from the one of another
-- ring; a database from before this has none until it is first used.
CREATE TABLE ring_versions (
    ring_version BIGINT NOT NULL PRIMARY KEY,
    fingerprint  BYTEA,
    begun_at     BIGINT NOT NULL
);

INSERT INTO ring_versions (ring_version, begun_at)
SELECT ring_version, MIN(stocked_at)
FROM software_keys
GROUP BY ring_version;
