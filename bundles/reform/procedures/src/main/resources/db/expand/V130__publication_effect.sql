-- Announced publications by their day of effect: those that are due are looked for every minute.
CREATE INDEX publication_effect_ix ON procedures.publication (state, effective_on, id);
