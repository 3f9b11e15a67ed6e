-- Finding what is kept about a person, and what has been kept long enough. Names are compared as they are typed.
CREATE INDEX IF NOT EXISTS dossier_id_number_ix ON procedures.dossier (agency_code, applicant_id_number);
CREATE INDEX IF NOT EXISTS dossier_phone_ix ON procedures.dossier (agency_code, applicant_phone);
CREATE INDEX IF NOT EXISTS dossier_name_ix ON procedures.dossier (agency_code, applicant_name);
CREATE INDEX IF NOT EXISTS dossier_all_finished_ix ON procedures.dossier (finished_at, id);
