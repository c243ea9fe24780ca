-- Which sides stand on the maps of networks, and on how many.
SELECT network.sides, COUNT(*) AS sessions
FROM network
JOIN told_category ON told_category.sort = 'network' AND told_category.category = network.sides
GROUP BY network.sides
ORDER BY network.sides;
