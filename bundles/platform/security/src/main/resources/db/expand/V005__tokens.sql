-- Access tokens of programs, by the hash of the token. Scopes are names of permissions with spaces between them; the agency
-- is empty when the token is good wherever its owner may act.
CREATE TABLE security.token (
    id VARCHAR(64) NOT NULL,
    account BIGINT NOT NULL,
    name VARCHAR(100) NOT NULL,
    scopes VARCHAR(8000) NOT NULL,
    agency VARCHAR(20) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by VARCHAR(100) NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT token_pk PRIMARY KEY (id),
    CONSTRAINT token_account_fk FOREIGN KEY (account) REFERENCES security.account (id)
);

CREATE INDEX token_account_ix ON security.token (account, created_at);

CREATE INDEX token_created_ix ON security.token (created_at, id);
