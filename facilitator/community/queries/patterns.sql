-- Who finds it urgent, and in how many sessions.
SELECT pattern.pattern, COUNT(*) AS sessions
FROM pattern
JOIN told_category ON told_category.sort = 'pattern' AND told_category.category = pattern.pattern
GROUP BY pattern.pattern
ORDER BY pattern.pattern;
