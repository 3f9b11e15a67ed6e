-- Lists behind the numbers of an agency's report. The column that nearly all have leads, as it does in the index of the
-- province, so that a database which compares the two by their first column takes the one that reads half as much.
CREATE INDEX IF NOT EXISTS dossier_span_list_entry_ix ON procedures.dossier_span (entry, agency_code, from_at, dossier_id);
