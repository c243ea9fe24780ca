-- The counts of a community, version 1. For DuckDB and PostgreSQL.
-- A table with a session in it holds counts of single sessions: work with them, do not publish them.
-- What may be published, all of it side by side, stands in the tables that begin with told_;
-- the queries beside this file ask them.

CREATE TABLE export (
    version INTEGER NOT NULL,        -- of these tables
    made_with VARCHAR NOT NULL,      -- the version of facilitator that wrote them
    made_on DATE NOT NULL
);

CREATE TABLE session (
    session VARCHAR PRIMARY KEY,
    city VARCHAR NOT NULL,           -- the folder that its file stood in
    day DATE NOT NULL                -- on which it was held
);

CREATE TABLE answer (                -- how a group answered a statement, as its session was shown it
    session VARCHAR NOT NULL,
    statement VARCHAR NOT NULL,
    wording VARCHAR NOT NULL,
    points INTEGER NOT NULL,         -- of the scale
    perspective VARCHAR NOT NULL,    -- 'total' where all answered together
    agree INTEGER NOT NULL,          -- people who chose the upper half of the scale
    answers INTEGER NOT NULL         -- people who answered
);

CREATE TABLE pattern (               -- who finds it urgent; each pattern once for a session
    session VARCHAR NOT NULL,
    pattern VARCHAR NOT NULL         -- shared, all-low, one-low, one-high, split, mixed, unknown
);

CREATE TABLE absent (                -- a perspective of which nobody was there
    session VARCHAR NOT NULL,
    perspective VARCHAR NOT NULL
);

CREATE TABLE network (               -- a map of the network
    session VARCHAR NOT NULL,
    sides VARCHAR NOT NULL           -- who stand on it: formal, informal, both
);

CREATE TABLE block (                 -- a part of a scan
    session VARCHAR NOT NULL,
    block VARCHAR NOT NULL,          -- its title
    grade VARCHAR NOT NULL           -- firm, building, attention, unknown
);

CREATE TABLE agreement (             -- one that came over to a next meeting stands there too
    session VARCHAR NOT NULL,
    agreement VARCHAR NOT NULL,
    status VARCHAR NOT NULL          -- open, busy, done, stopped, postponed, not-needed, unknown
);

CREATE TABLE actor (                 -- on the map of the network; comes over as agreements do
    session VARCHAR NOT NULL,
    actor VARCHAR NOT NULL,
    side VARCHAR NOT NULL            -- formal, informal
);

CREATE TABLE saying (                -- in people's own words
    session VARCHAR NOT NULL,
    sort VARCHAR NOT NULL,           -- lesson: learnt; asked: asked for, and not found
    line VARCHAR NOT NULL
);

CREATE TABLE told_sum (              -- a sum of answers that may be told
    statement VARCHAR NOT NULL,
    wording VARCHAR NOT NULL,
    points INTEGER NOT NULL,
    perspective VARCHAR NOT NULL,
    whole VARCHAR NOT NULL           -- 'all', 'city:NAME' or 'year:2026'
);

CREATE TABLE told_category (         -- a number of patterns, agreements, actors or grades that may be told
    sort VARCHAR NOT NULL,           -- pattern, absent, network, agreement, actor, block
    part VARCHAR NOT NULL,           -- of a block its title, and else -
    category VARCHAR NOT NULL
);

CREATE TABLE told_saying (           -- words that may be told
    sort VARCHAR NOT NULL
);
