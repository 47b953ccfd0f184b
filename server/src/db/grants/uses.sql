SELECT g.membership_id,
       CAST(SUM(CASE
           WHEN EXISTS (SELECT 1
                        FROM software_keys k
                        WHERE k.benefit_id = g.benefit_id
                          AND k.first_viewed_at IS NOT NULL) THEN 1
           WHEN EXISTS (SELECT 1
                        FROM activations v
                        WHERE v.benefit_id = g.benefit_id) THEN 1
           ELSE 0
       END) AS BIGINT) AS software_activated,
       CAST(SUM(CASE
           WHEN b.used > 0 THEN 1
           WHEN EXISTS (SELECT 1
                        FROM seats s
                        JOIN seat_assignments a ON a.seat_id = s.seat_id
                        WHERE s.benefit_id = g.benefit_id
                          AND a.undone_at IS NULL) THEN 1
           ELSE 0
       END) AS BIGINT) AS anything_used
FROM grants g
JOIN benefits b ON b.benefit_id = g.benefit_id
WHERE b.company_id = $1
GROUP BY g.membership_id
