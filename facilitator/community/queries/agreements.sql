-- What became of agreements: each once, as the newest session has it.
WITH latest AS (
    SELECT
        agreement.session,
        agreement.status,
        ROW_NUMBER() OVER (PARTITION BY agreement.agreement ORDER BY session.day DESC, session.session DESC) AS age
    FROM agreement
    JOIN session ON session.session = agreement.session
)
SELECT latest.status, COUNT(*) AS n, COUNT(DISTINCT latest.session) AS sessions
FROM latest
JOIN told_category ON told_category.sort = 'agreement' AND told_category.category = latest.status
WHERE latest.age = 1
GROUP BY latest.status
ORDER BY latest.status;
