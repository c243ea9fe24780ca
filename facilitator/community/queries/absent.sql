-- Perspectives of which nobody was there, and in how many sessions.
SELECT absent.perspective, COUNT(*) AS sessions
FROM absent
JOIN told_category ON told_category.sort = 'absent' AND told_category.category = absent.perspective
GROUP BY absent.perspective
ORDER BY absent.perspective;
