-- What programs were answered under their idempotency keys; the id is the hash of sender, address and key. Status 0: the
-- request is under way.
CREATE TABLE web.answer (
    id VARCHAR(64) NOT NULL,
    body_hash VARCHAR(64) NOT NULL,
    status INTEGER NOT NULL,
    json VARCHAR NOT NULL,
    headers VARCHAR NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT answer_pk PRIMARY KEY (id)
);

CREATE INDEX answer_created_ix ON web.answer (created_at);
