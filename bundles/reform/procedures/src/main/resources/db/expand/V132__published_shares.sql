-- The shares of a month as an agency published them with its scores: the numbers as they were then, for everybody.
-- share: on-time, online, paid-online, digitised, re-used, e-results.
CREATE TABLE procedures.quality_published_share (
    month_from  DATE        NOT NULL,
    agency_code VARCHAR(40) NOT NULL,
    share       VARCHAR(40) NOT NULL,
    part        BIGINT      NOT NULL,
    whole       BIGINT      NOT NULL,
    CONSTRAINT quality_published_share_pk PRIMARY KEY (month_from, agency_code, share)
);
