-- A petition that another agency of the province answers moves into its register (Decree 20/2008/NĐ-CP, Article 13): the row
-- stays as it was sent, a new one begins at the other agency, and each knows the other's number. in_transit until then.
ALTER TABLE procedures.petition ADD COLUMN in_transit BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE procedures.petition ADD COLUMN sent_to VARCHAR(40) DEFAULT '' NOT NULL;
ALTER TABLE procedures.petition ADD COLUMN sent_number VARCHAR(40) DEFAULT '' NOT NULL;
ALTER TABLE procedures.petition ADD COLUMN from_agency VARCHAR(40) DEFAULT '' NOT NULL;
ALTER TABLE procedures.petition ADD COLUMN from_number VARCHAR(40) DEFAULT '' NOT NULL;
ALTER TABLE procedures.petition ADD COLUMN from_id BIGINT;

CREATE INDEX petition_in_transit_ix ON procedures.petition (in_transit, id);
