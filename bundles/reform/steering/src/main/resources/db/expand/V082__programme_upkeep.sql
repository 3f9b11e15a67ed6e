-- The standing body keeps the documents of the programme and their clauses itself: what is no longer in force ends on a day and stays, because tasks
-- and plans lead to it.

-- replaced_by: the document that took its place.
ALTER TABLE steering.document ADD COLUMN valid_from DATE;
ALTER TABLE steering.document ADD COLUMN valid_to DATE;
ALTER TABLE steering.document ADD COLUMN replaced_by BIGINT;

-- parent_id: the clause that it is a point of. lead_agency: who carries it out as the document names it; empty is the agency that leads the area. due: by when; empty for
-- what has no term.
ALTER TABLE steering.clause ADD COLUMN version BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE steering.clause ADD COLUMN parent_id BIGINT;
ALTER TABLE steering.clause ADD COLUMN lead_agency VARCHAR(40);
ALTER TABLE steering.clause ADD COLUMN due DATE;
ALTER TABLE steering.clause ADD COLUMN valid_to DATE;

CREATE TABLE steering.clause_agency (
    clause_id   BIGINT      NOT NULL,
    agency_code VARCHAR(40) NOT NULL,
    CONSTRAINT clause_agency_pk PRIMARY KEY (clause_id, agency_code),
    CONSTRAINT clause_agency_clause_fk FOREIGN KEY (clause_id) REFERENCES steering.clause (id)
);
