CREATE TABLE web.draft (
    owner      VARCHAR NOT NULL,
    agency     VARCHAR NOT NULL,
    module     VARCHAR NOT NULL,
    form       VARCHAR NOT NULL,
    fields     VARCHAR NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT draft_pk PRIMARY KEY (owner, agency, module, form)
);

CREATE INDEX draft_updated_at_ix ON web.draft (updated_at);
