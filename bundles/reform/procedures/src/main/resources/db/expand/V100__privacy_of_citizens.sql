-- Finding what is kept about a person outside dossiers, and what has been kept long enough.
CREATE INDEX petition_sender_phone_ix ON procedures.petition (agency_code, sender_phone);
CREATE INDEX petition_sender_email_ix ON procedures.petition (agency_code, sender_email);
CREATE INDEX petition_sender_name_ix ON procedures.petition (agency_code, sender_name);
CREATE INDEX petition_ended_ix ON procedures.petition (running, ended_at, id);
CREATE INDEX dossier_subscription_email_ix ON procedures.dossier_subscription (agency_code, email);
CREATE INDEX rating_rated_ix ON procedures.rating (rated_at, id);
