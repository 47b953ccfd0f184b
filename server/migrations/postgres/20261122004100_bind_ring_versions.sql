-- No product key is sealed by a version of the key ring that was given up, and none is given up that seals one.
ALTER TABLE software_keys
    ADD CONSTRAINT software_keys_ring_version_known FOREIGN KEY (ring_version) REFERENCES ring_versions (ring_version);
