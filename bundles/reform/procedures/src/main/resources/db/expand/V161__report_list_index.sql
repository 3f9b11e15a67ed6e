-- What came into one agency, in order. PostgreSQL judges how the rows of an index lie by its first column only: with the agency
-- first it rather went along the index of all agencies and left out what was of others.
CREATE INDEX IF NOT EXISTS dossier_span_entry_agency_ix ON procedures.dossier_span (entry, agency_code, from_at, dossier_id);
