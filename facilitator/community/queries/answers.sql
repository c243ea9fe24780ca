-- What perspectives answered: of all sessions, of each city and of each year, as far as it may be told.
SELECT
    told_sum.statement,
    told_sum.wording,
    told_sum.points,
    told_sum.perspective,
    told_sum.whole,
    SUM(answer.agree) AS agree,
    SUM(answer.answers) AS answers,
    COUNT(*) AS sessions
FROM told_sum
JOIN answer
    ON answer.statement = told_sum.statement
    AND answer.wording = told_sum.wording
    AND answer.points = told_sum.points
    AND answer.perspective = told_sum.perspective
JOIN session
    ON session.session = answer.session
    AND (
        told_sum.whole = 'all'
        OR told_sum.whole = 'city:' || session.city
        OR told_sum.whole = 'year:' || CAST(EXTRACT(YEAR FROM session.day) AS VARCHAR)
    )
GROUP BY told_sum.statement, told_sum.wording, told_sum.points, told_sum.perspective, told_sum.whole
ORDER BY told_sum.statement, told_sum.wording, told_sum.points, told_sum.perspective, told_sum.whole;
