WITH known AS (
    SELECT DISTINCT address_hash
    FROM sign_in_attempts
    WHERE account_hash = $1
      AND succeeded_at IS NOT NULL
      AND created_at > $4
)
SELECT
    (SELECT COUNT(*)
     FROM known
     WHERE address_hash = $2) AS known,
    (SELECT COUNT(*)
     FROM sign_in_attempts
     WHERE account_hash = $1
       AND address_hash = $2
       AND succeeded_at IS NULL
       AND created_at > $3) AS failures_here,
    (SELECT COUNT(*)
     FROM sign_in_attempts
     WHERE account_hash = $1
       AND address_hash NOT IN (SELECT address_hash FROM known)
       AND succeeded_at IS NULL
       AND created_at > $3) AS failures_elsewhere,
    (SELECT COUNT(*)
     FROM sign_in_attempts
     WHERE address_hash = $2
       AND succeeded_at IS NULL
       AND created_at > $3) AS failures_from_address,
    (SELECT COUNT(*)
     FROM sign_in_attempts
     WHERE account_hash = $1
       AND address_hash NOT IN (SELECT address_hash FROM known)
       AND succeeded_at IS NULL
       AND sign_in_attempt_id > COALESCE(
             (SELECT MAX(sign_in_attempt_id)
              FROM sign_in_attempts
              WHERE account_hash = $1
                AND succeeded_at IS NOT NULL), '')) AS failures_in_a_row
