-- What is owed for a dossier that another agency settles may be paid where it was received: that unit writes its own receipt and
-- keeps the money in its books. owed_*: what it is shown to take. The errand keeps amount, channel and receipt when it is done;
-- taken_by: whose receipt it is, when that is not the agency in whose register the dossier is.
ALTER TABLE procedures.dossier_sent ADD COLUMN owed_what VARCHAR(2000) DEFAULT '' NOT NULL;
ALTER TABLE procedures.dossier_sent ADD COLUMN owed_amount BIGINT;
ALTER TABLE procedures.dossier_sent ADD COLUMN owed_document VARCHAR(1000) DEFAULT '' NOT NULL;
ALTER TABLE procedures.dossier_sent ADD COLUMN owed_by DATE;

ALTER TABLE procedures.dossier_errand ADD COLUMN amount BIGINT;
ALTER TABLE procedures.dossier_errand ADD COLUMN pay_channel SMALLINT;
ALTER TABLE procedures.dossier_errand ADD COLUMN receipt VARCHAR(200);

ALTER TABLE procedures.dossier_duty ADD COLUMN taken_by VARCHAR(40);
