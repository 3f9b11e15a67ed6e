-- How citizens reach the desk, and who signs letters of the agency: printed on its papers when given.
ALTER TABLE procedures.paper_agency ADD COLUMN phone VARCHAR(40) DEFAULT '' NOT NULL;
ALTER TABLE procedures.paper_agency ADD COLUMN signs_as VARCHAR(400) DEFAULT '' NOT NULL;
ALTER TABLE procedures.paper_agency ADD COLUMN signer VARCHAR(400) DEFAULT '' NOT NULL;
