-- For DuckDB, in the folder with the Parquet files: then the queries beside this file can be asked.
CREATE VIEW export AS SELECT * FROM 'export.parquet';
CREATE VIEW session AS SELECT * FROM 'session.parquet';
CREATE VIEW answer AS SELECT * FROM 'answer.parquet';
CREATE VIEW pattern AS SELECT * FROM 'pattern.parquet';
CREATE VIEW absent AS SELECT * FROM 'absent.parquet';
CREATE VIEW network AS SELECT * FROM 'network.parquet';
CREATE VIEW block AS SELECT * FROM 'block.parquet';
CREATE VIEW agreement AS SELECT * FROM 'agreement.parquet';
CREATE VIEW actor AS SELECT * FROM 'actor.parquet';
CREATE VIEW saying AS SELECT * FROM 'saying.parquet';
CREATE VIEW told_sum AS SELECT * FROM 'told_sum.parquet';
CREATE VIEW told_category AS SELECT * FROM 'told_category.parquet';
CREATE VIEW told_saying AS SELECT * FROM 'told_saying.parquet';
