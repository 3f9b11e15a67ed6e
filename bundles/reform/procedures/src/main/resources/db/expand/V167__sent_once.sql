-- What makes a repetition of the intake harmless goes on doing so where the dossier has moved into another agency's register.
ALTER TABLE procedures.dossier_sent ADD COLUMN once_key VARCHAR(400);

CREATE INDEX dossier_sent_once_ix ON procedures.dossier_sent (agency_code, once_key);
