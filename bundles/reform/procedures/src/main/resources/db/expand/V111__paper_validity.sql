-- Until when a digitised paper may be used again; empty when it does not end.
ALTER TABLE procedures.dossier_paper ADD COLUMN valid_to DATE;
