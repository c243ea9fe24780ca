-- For DuckDB, in the folder with the Parquet files: the same tables as CSV, which PostgreSQL loads.
COPY (SELECT * FROM 'export.parquet') TO 'export.csv' (HEADER, FORCE_QUOTE *);
COPY (SELECT * FROM 'session.parquet') TO 'session.csv' (HEADER, FORCE_QUOTE *);
COPY (SELECT * FROM 'answer.parquet') TO 'answer.csv' (HEADER, FORCE_QUOTE *);
COPY (SELECT * FROM 'pattern.parquet') TO 'pattern.csv' (HEADER, FORCE_QUOTE *);
COPY (SELECT * FROM 'absent.parquet') TO 'absent.csv' (HEADER, FORCE_QUOTE *);
COPY (SELECT * FROM 'network.parquet') TO 'network.csv' (HEADER, FORCE_QUOTE *);
COPY (SELECT * FROM 'block.parquet') TO 'block.csv' (HEADER, FORCE_QUOTE *);
COPY (SELECT * FROM 'agreement.parquet') TO 'agreement.csv' (HEADER, FORCE_QUOTE *);
COPY (SELECT * FROM 'actor.parquet') TO 'actor.csv' (HEADER, FORCE_QUOTE *);
COPY (SELECT * FROM 'saying.parquet') TO 'saying.csv' (HEADER, FORCE_QUOTE *);
COPY (SELECT * FROM 'told_sum.parquet') TO 'told_sum.csv' (HEADER, FORCE_QUOTE *);
COPY (SELECT * FROM 'told_category.parquet') TO 'told_category.csv' (HEADER, FORCE_QUOTE *);
COPY (SELECT * FROM 'told_saying.parquet') TO 'told_saying.csv' (HEADER, FORCE_QUOTE *);
