-- Whether the password is too short to stand without a second factor.
ALTER TABLE security.account ADD COLUMN short_password BOOLEAN DEFAULT FALSE NOT NULL;

-- The secret is encrypted with a key that is not in the database. Until it is confirmed it proves nothing.
CREATE TABLE security.totp (
    account BIGINT NOT NULL,
    secret VARCHAR(400) NOT NULL,
    confirmed BOOLEAN NOT NULL,
    last_step BIGINT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT totp_pk PRIMARY KEY (account),
    CONSTRAINT totp_account_fk FOREIGN KEY (account) REFERENCES security.account (id)
);

-- Hashes of codes; a used one is deleted.
CREATE TABLE security.recovery_code (
    account BIGINT NOT NULL,
    code VARCHAR(64) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT recovery_code_pk PRIMARY KEY (account, code),
    CONSTRAINT recovery_code_account_fk FOREIGN KEY (account) REFERENCES security.account (id)
);

-- The id is the hash of the credential's own id, which may be as long as 1,023 bytes.
CREATE TABLE security.passkey (
    id VARCHAR(64) NOT NULL,
    account BIGINT NOT NULL,
    credential VARCHAR(1400) NOT NULL,
    name VARCHAR(100) NOT NULL,
    public_key VARCHAR(2000) NOT NULL,
    sign_count BIGINT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT passkey_pk PRIMARY KEY (id),
    CONSTRAINT passkey_account_fk FOREIGN KEY (account) REFERENCES security.account (id)
);

CREATE INDEX passkey_account_ix ON security.passkey (account, created_at);

-- Challenges that were answered, for as long as they could be answered again.
CREATE TABLE security.spent_challenge (
    id VARCHAR(64) NOT NULL,
    spent_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT spent_challenge_pk PRIMARY KEY (id)
);

CREATE INDEX spent_challenge_at_ix ON security.spent_challenge (spent_at);

-- Somebody who has given the password and still owes the second factor; the id is the hash of the token.
CREATE TABLE security.sign_in_ticket (
    id VARCHAR(64) NOT NULL,
    account BIGINT NOT NULL,
    tries INTEGER NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT sign_in_ticket_pk PRIMARY KEY (id),
    CONSTRAINT sign_in_ticket_account_fk FOREIGN KEY (account) REFERENCES security.account (id)
);

CREATE INDEX sign_in_ticket_expires_ix ON security.sign_in_ticket (expires_at);

-- When the person behind a session last proved to be that person, and how.
CREATE TABLE security.proof (
    session VARCHAR(64) NOT NULL,
    method VARCHAR(20) NOT NULL,
    proven_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT proof_pk PRIMARY KEY (session),
    CONSTRAINT proof_session_fk FOREIGN KEY (session) REFERENCES security.session (id)
        ON DELETE CASCADE ON UPDATE CASCADE
);
