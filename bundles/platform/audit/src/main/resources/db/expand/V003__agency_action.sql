-- Heads of agencies look for what was done in their agency, action by action.
CREATE INDEX entry_agency_action_ix ON audit.entry (agency, action, sequence);
