-- Address of the public pages at which a petition was sent on: its sender is told by e-mail, once, when it has arrived.
ALTER TABLE procedures.petition ADD COLUMN mail_site VARCHAR(400) DEFAULT '' NOT NULL;
