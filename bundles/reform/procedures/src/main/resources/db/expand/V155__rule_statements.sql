-- Which values of a rule set that was loaded from a file the file states itself, each with its own legal basis; the others were
-- taken over from the set before. A rule set without rows here rests as a whole on its own legal basis.
CREATE TABLE procedures.deadline_rule_statement (
    rule_id     BIGINT        NOT NULL,
    name        VARCHAR(40)   NOT NULL,
    legal_basis VARCHAR(1000) NOT NULL,
    CONSTRAINT deadline_rule_statement_pk PRIMARY KEY (rule_id, name),
    CONSTRAINT deadline_rule_statement_rule_fk FOREIGN KEY (rule_id) REFERENCES procedures.deadline_rule (id)
);
