-- Whether all papers of a dossier that came in are digitised, and whether some are re-used, kept with its entry.
ALTER TABLE procedures.dossier_span ADD COLUMN digitised BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE procedures.dossier_span ADD COLUMN reused BOOLEAN DEFAULT FALSE NOT NULL;
