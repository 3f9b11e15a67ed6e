-- Whether the result was issued electronically (cấp bản điện tử), said by whoever records the result. Null: not said, as with
-- results from before this release; of those the report knows only how the applicant wanted them.
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS result_electronic BOOLEAN;
