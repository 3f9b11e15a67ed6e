-- What people complete in published records (bổ sung chỗ thiếu), beside the record: the published words stay as they are.

-- OPEN while somebody should complete it, DONE when somebody has, OLD when its version is not the current one any more.
ALTER TABLE procedures.procedure_gap ADD COLUMN IF NOT EXISTS state VARCHAR(20) DEFAULT 'OPEN' NOT NULL;

CREATE INDEX IF NOT EXISTS procedure_gap_state_ix ON procedures.procedure_gap (state, version_id, place);
CREATE INDEX IF NOT EXISTS procedure_gap_kind_ix ON procedures.procedure_gap (state, kind, version_id, place);

CREATE TABLE IF NOT EXISTS procedures.gap_completion (
    version_id   BIGINT                   NOT NULL,
    place        INTEGER                  NOT NULL,
    code         VARCHAR(60)              NOT NULL,
    kind         VARCHAR(40)              NOT NULL,
    field        VARCHAR(200)             NOT NULL,
    content      VARCHAR(400)             NOT NULL,
    amount       NUMERIC(19, 4),
    unit         VARCHAR(20),
    originals    INTEGER,
    copies       INTEGER,
    words        VARCHAR(4000)            NOT NULL,
    source       VARCHAR(2000)            NOT NULL,
    completed_by VARCHAR(200)             NOT NULL,
    who          VARCHAR(400)             NOT NULL,
    completed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT gap_completion_pk PRIMARY KEY (version_id, place),
    CONSTRAINT gap_completion_gap_fk FOREIGN KEY (version_id, place) REFERENCES procedures.procedure_gap (version_id, place)
);

CREATE INDEX IF NOT EXISTS gap_completion_code_ix ON procedures.gap_completion (code, kind, version_id, place);
