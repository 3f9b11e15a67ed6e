-- Office hours of one agency in a span of days, in place of those of the province (such as a desk that opens at
-- hours of its own). Deadlines count with the hours of the day of receipt.
CREATE TABLE directory.agency_office_hours (
    agency_code VARCHAR(20)   NOT NULL,
    valid_from  DATE          NOT NULL,
    valid_to    DATE,
    spans       VARCHAR(200)  NOT NULL,
    legal_basis VARCHAR(2000) NOT NULL,
    CONSTRAINT agency_office_hours_pk PRIMARY KEY (agency_code, valid_from)
);
