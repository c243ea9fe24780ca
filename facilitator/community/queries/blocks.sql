-- How each building block came out, and in how many sessions.
SELECT block.block, block.grade, COUNT(DISTINCT block.session) AS sessions
FROM block
JOIN told_category
    ON told_category.sort = 'block'
    AND told_category.part = block.block
    AND told_category.category = block.grade
GROUP BY block.block, block.grade
ORDER BY block.block, block.grade;
