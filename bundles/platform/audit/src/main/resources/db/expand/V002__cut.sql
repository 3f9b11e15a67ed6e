-- The last entry that was thrown away because its time of keeping was over, signed; no row before the first time. The
-- chain in audit.entry goes on from there.
CREATE TABLE audit.cut (
    id INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    key_id VARCHAR(16) NOT NULL,
    mac VARCHAR(64) NOT NULL,
    CONSTRAINT cut_pk PRIMARY KEY (id)
);
