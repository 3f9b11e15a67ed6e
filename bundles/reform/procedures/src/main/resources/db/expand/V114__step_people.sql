-- Who takes a step of an internal procedure unless somebody else is named; empty for nobody in particular.
ALTER TABLE procedures.workflow_step ADD COLUMN assignee VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE procedures.workflow_step ADD COLUMN assignee_name VARCHAR(400) DEFAULT '' NOT NULL;

-- Steps that were late and of which those concerned have been told: each once for each time it was due.
CREATE TABLE procedures.dossier_escalation (
    dossier_id  BIGINT      NOT NULL,
    step_key    VARCHAR(60) NOT NULL,
    step_due_at TIMESTAMP   NOT NULL,
    told_at     TIMESTAMP   NOT NULL,
    CONSTRAINT dossier_escalation_pk PRIMARY KEY (dossier_id, step_key, step_due_at),
    CONSTRAINT dossier_escalation_dossier_fk FOREIGN KEY (dossier_id) REFERENCES procedures.dossier (id)
);

-- agency-wall: procedures.dossier_escalation by dossier_id of procedures.dossier
