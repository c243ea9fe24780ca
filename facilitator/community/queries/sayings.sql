-- What people learnt, and what they asked for and did not find, in their own words.
SELECT saying.sort, saying.line, COUNT(*) AS sessions
FROM saying
JOIN told_saying ON told_saying.sort = saying.sort
GROUP BY saying.sort, saying.line
ORDER BY saying.sort, sessions DESC, saying.line;
