-- Who stand on the maps of networks: each once, as the newest session has it.
WITH latest AS (
    SELECT
        actor.session,
        actor.side,
        ROW_NUMBER() OVER (PARTITION BY actor.actor ORDER BY session.day DESC, session.session DESC) AS age
    FROM actor
    JOIN session ON session.session = actor.session
)
SELECT latest.side, COUNT(*) AS n, COUNT(DISTINCT latest.session) AS sessions
FROM latest
JOIN told_category ON told_category.sort = 'actor' AND told_category.category = latest.side
WHERE latest.age = 1
GROUP BY latest.side
ORDER BY latest.side;
