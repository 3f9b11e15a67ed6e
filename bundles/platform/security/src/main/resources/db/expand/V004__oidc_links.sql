-- Who somebody is in another house's sign-in. Never found by e-mail: the subject alone counts.
CREATE TABLE security.oidc_link (
    issuer VARCHAR(300) NOT NULL,
    subject VARCHAR(255) NOT NULL,
    account BIGINT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT oidc_link_pk PRIMARY KEY (issuer, subject),
    CONSTRAINT oidc_link_account_fk FOREIGN KEY (account) REFERENCES security.account (id)
);

CREATE INDEX oidc_link_account_ix ON security.oidc_link (account, created_at);

-- The provider through which a session was opened; empty when it was opened here.
ALTER TABLE security.proof ADD COLUMN opened_by VARCHAR(60) DEFAULT '' NOT NULL;
