-- The case (trường hợp) of the procedure that a dossier came in under; empty for the procedure as a whole.
ALTER TABLE procedures.dossier ADD COLUMN variant_id BIGINT;
