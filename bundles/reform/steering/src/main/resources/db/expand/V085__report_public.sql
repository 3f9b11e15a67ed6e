-- Since when everybody may read a report; empty while only agencies do. The head of its agency publishes an issued report and
-- may take it back; report_event says who did and when.
ALTER TABLE steering.report ADD COLUMN published_on DATE;

CREATE INDEX report_published_ix ON steering.report (published_on, id);
