-- What happens to dossiers on their way: pauses, supplements, payments, opinions, other bodies, hand-overs, corrections.

-- What a rule set says beside how days are counted. The defaults are those of Decree 61/2018/NĐ-CP.
ALTER TABLE procedures.deadline_rule ADD COLUMN IF NOT EXISTS supplement_clock VARCHAR(10) DEFAULT 'RESTART' NOT NULL;
ALTER TABLE procedures.deadline_rule ADD COLUMN IF NOT EXISTS transfer_cut_off TIME DEFAULT TIME '15:00:00' NOT NULL;
ALTER TABLE procedures.deadline_rule ADD COLUMN IF NOT EXISTS notice_days INTEGER DEFAULT 3 NOT NULL;
ALTER TABLE procedures.deadline_rule ADD COLUMN IF NOT EXISTS most_supplements INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE procedures.deadline_rule ADD COLUMN IF NOT EXISTS apology_days INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE procedures.deadline_rule ADD COLUMN IF NOT EXISTS most_re_appointments INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE procedures.deadline_rule ADD COLUMN IF NOT EXISTS review_hours INTEGER DEFAULT 8 NOT NULL;
ALTER TABLE procedures.deadline_rule ADD COLUMN IF NOT EXISTS payment_pauses BOOLEAN DEFAULT TRUE NOT NULL;

-- Empty columns stand for the case of most dossiers: one agency is all three places, handed in when received.
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS support_place VARCHAR(40);
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS competent_agency VARCHAR(40);
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS routed BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS paused BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS negative BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS supplements INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS re_appointments INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS corrections INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS submitted_at TIMESTAMP;
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS clock_from TIMESTAMP;
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS first_due_at TIMESTAMP;
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS ended_at TIMESTAMP;
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS assignee VARCHAR(200);
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS assignee_name VARCHAR(400);
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS workflow_id BIGINT;
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS step_key VARCHAR(60);
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS step_due_at TIMESTAMP;
ALTER TABLE procedures.dossier ADD COLUMN IF NOT EXISTS changed_at TIMESTAMP;

UPDATE procedures.dossier SET ended_at = finished_at WHERE ended_at IS NULL AND finished_at IS NOT NULL;
UPDATE procedures.dossier SET changed_at = COALESCE(handed_over_at, finished_at, received_at) WHERE changed_at IS NULL;

CREATE INDEX IF NOT EXISTS dossier_assignee_ix ON procedures.dossier (agency_code, assignee, running, list_key);
CREATE INDEX IF NOT EXISTS dossier_changed_ix ON procedures.dossier (agency_code, changed_at, id);
CREATE INDEX IF NOT EXISTS dossier_routed_ix ON procedures.dossier (agency_code, routed, running, list_key);
CREATE INDEX IF NOT EXISTS dossier_step_ix ON procedures.dossier (running, step_due_at);

ALTER TABLE procedures.dossier_event ADD COLUMN IF NOT EXISTS document VARCHAR(1000) DEFAULT '' NOT NULL;

ALTER TABLE procedures.dossier_paper ADD COLUMN IF NOT EXISTS digital SMALLINT DEFAULT 0 NOT NULL;
ALTER TABLE procedures.dossier_paper ADD COLUMN IF NOT EXISTS source VARCHAR(400) DEFAULT '' NOT NULL;

CREATE TABLE IF NOT EXISTS procedures.dossier_pause (
    dossier_id  BIGINT        NOT NULL,
    number      INTEGER       NOT NULL,
    cause       VARCHAR(20)   NOT NULL,
    paused_from TIMESTAMP     NOT NULL,
    paused_to   TIMESTAMP,
    reason      VARCHAR(2000) NOT NULL,
    document    VARCHAR(1000) NOT NULL,
    CONSTRAINT dossier_pause_pk PRIMARY KEY (dossier_id, number),
    CONSTRAINT dossier_pause_dossier_fk FOREIGN KEY (dossier_id) REFERENCES procedures.dossier (id)
);

CREATE TABLE IF NOT EXISTS procedures.dossier_due (
    dossier_id BIGINT        NOT NULL,
    number     INTEGER       NOT NULL,
    changed_at TIMESTAMP     NOT NULL,
    cause      VARCHAR(30)   NOT NULL,
    was_due_at TIMESTAMP     NOT NULL,
    due_at     TIMESTAMP     NOT NULL,
    reason     VARCHAR(2000) NOT NULL,
    CONSTRAINT dossier_due_pk PRIMARY KEY (dossier_id, number),
    CONSTRAINT dossier_due_dossier_fk FOREIGN KEY (dossier_id) REFERENCES procedures.dossier (id)
);

CREATE TABLE IF NOT EXISTS procedures.dossier_supplement (
    dossier_id  BIGINT        NOT NULL,
    number      INTEGER       NOT NULL,
    state       VARCHAR(20)   NOT NULL,
    asked_from  SMALLINT      NOT NULL,
    reason      VARCHAR(2000) NOT NULL,
    guide       VARCHAR(1000) NOT NULL,
    asked_by    VARCHAR(400)  NOT NULL,
    asked_at    TIMESTAMP,
    respond_by  TIMESTAMP,
    answered_at TIMESTAMP,
    CONSTRAINT dossier_supplement_pk PRIMARY KEY (dossier_id, number),
    CONSTRAINT dossier_supplement_dossier_fk FOREIGN KEY (dossier_id) REFERENCES procedures.dossier (id)
);

CREATE TABLE IF NOT EXISTS procedures.dossier_supplement_item (
    dossier_id BIGINT        NOT NULL,
    number     INTEGER       NOT NULL,
    place      INTEGER       NOT NULL,
    paper      VARCHAR(4000) NOT NULL,
    what       VARCHAR(2000) NOT NULL,
    done       BOOLEAN       NOT NULL,
    CONSTRAINT dossier_supplement_item_pk PRIMARY KEY (dossier_id, number, place),
    CONSTRAINT dossier_supplement_item_dossier_fk FOREIGN KEY (dossier_id) REFERENCES procedures.dossier (id)
);

-- Amounts in đồng.
CREATE TABLE IF NOT EXISTS procedures.dossier_duty (
    dossier_id  BIGINT        NOT NULL,
    number      INTEGER       NOT NULL,
    what        VARCHAR(2000) NOT NULL,
    amount      BIGINT        NOT NULL,
    document    VARCHAR(1000) NOT NULL,
    asked_at    TIMESTAMP     NOT NULL,
    pay_by      DATE,
    paid_at     TIMESTAMP,
    paid_amount BIGINT,
    channel     SMALLINT,
    receipt     VARCHAR(200),
    payer       VARCHAR(400),
    CONSTRAINT dossier_duty_pk PRIMARY KEY (dossier_id, number),
    CONSTRAINT dossier_duty_dossier_fk FOREIGN KEY (dossier_id) REFERENCES procedures.dossier (id)
);

CREATE TABLE IF NOT EXISTS procedures.dossier_opinion (
    dossier_id      BIGINT        NOT NULL,
    number          INTEGER       NOT NULL,
    body            VARCHAR(400)  NOT NULL,
    content         VARCHAR(2000) NOT NULL,
    document        VARCHAR(1000) NOT NULL,
    asked_at        TIMESTAMP     NOT NULL,
    due_at          TIMESTAMP     NOT NULL,
    answered_at     TIMESTAMP,
    answer          VARCHAR(2000),
    answer_document VARCHAR(1000),
    CONSTRAINT dossier_opinion_pk PRIMARY KEY (dossier_id, number),
    CONSTRAINT dossier_opinion_dossier_fk FOREIGN KEY (dossier_id) REFERENCES procedures.dossier (id)
);

CREATE TABLE IF NOT EXISTS procedures.dossier_leg (
    dossier_id  BIGINT        NOT NULL,
    number      INTEGER       NOT NULL,
    height      VARCHAR(10)   NOT NULL,
    way         VARCHAR(20)   NOT NULL,
    body        VARCHAR(400)  NOT NULL,
    leads       BOOLEAN       NOT NULL,
    due_at      TIMESTAMP     NOT NULL,
    sent_at     TIMESTAMP,
    returned_at TIMESTAMP,
    result      VARCHAR(400)  NOT NULL,
    note        VARCHAR(2000) NOT NULL,
    CONSTRAINT dossier_leg_pk PRIMARY KEY (dossier_id, number),
    CONSTRAINT dossier_leg_dossier_fk FOREIGN KEY (dossier_id) REFERENCES procedures.dossier (id)
);

CREATE TABLE IF NOT EXISTS procedures.dossier_handover (
    dossier_id BIGINT        NOT NULL,
    number     INTEGER       NOT NULL,
    from_unit  VARCHAR(400)  NOT NULL,
    to_unit    VARCHAR(400)  NOT NULL,
    given_at   TIMESTAMP     NOT NULL,
    giver      VARCHAR(400)  NOT NULL,
    due_at     TIMESTAMP,
    taken_at   TIMESTAMP,
    taker      VARCHAR(400)  NOT NULL,
    note       VARCHAR(2000) NOT NULL,
    CONSTRAINT dossier_handover_pk PRIMARY KEY (dossier_id, number),
    CONSTRAINT dossier_handover_dossier_fk FOREIGN KEY (dossier_id) REFERENCES procedures.dossier (id)
);

CREATE TABLE IF NOT EXISTS procedures.dossier_correction (
    dossier_id  BIGINT        NOT NULL,
    number      INTEGER       NOT NULL,
    found_at    TIMESTAMP     NOT NULL,
    what        VARCHAR(2000) NOT NULL,
    responsible VARCHAR(400)  NOT NULL,
    cost        BIGINT        NOT NULL,
    result      VARCHAR(200)  NOT NULL,
    document    VARCHAR(1000) NOT NULL,
    CONSTRAINT dossier_correction_pk PRIMARY KEY (dossier_id, number),
    CONSTRAINT dossier_correction_dossier_fk FOREIGN KEY (dossier_id) REFERENCES procedures.dossier (id)
);

-- agency-wall: procedures.dossier_pause by dossier_id of procedures.dossier
-- agency-wall: procedures.dossier_due by dossier_id of procedures.dossier
-- agency-wall: procedures.dossier_supplement by dossier_id of procedures.dossier
-- agency-wall: procedures.dossier_supplement_item by dossier_id of procedures.dossier
-- agency-wall: procedures.dossier_duty by dossier_id of procedures.dossier
-- agency-wall: procedures.dossier_opinion by dossier_id of procedures.dossier
-- agency-wall: procedures.dossier_leg by dossier_id of procedures.dossier
-- agency-wall: procedures.dossier_handover by dossier_id of procedures.dossier
-- agency-wall: procedures.dossier_correction by dossier_id of procedures.dossier
