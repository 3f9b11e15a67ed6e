-- Keys of publishers, trusted and revoked. A key is known by its certificate.
CREATE TABLE kernel.publisher_key (
    fingerprint VARCHAR(64) NOT NULL,
    publisher VARCHAR(200) NOT NULL,
    algorithm VARCHAR(50) NOT NULL,
    certificate BYTEA NOT NULL,
    not_before TIMESTAMP WITH TIME ZONE NOT NULL,
    not_after TIMESTAMP WITH TIME ZONE NOT NULL,
    added_at TIMESTAMP WITH TIME ZONE NOT NULL,
    added_by VARCHAR(200) NOT NULL,
    revoked_at TIMESTAMP WITH TIME ZONE,
    revocation VARCHAR(1000),
    CONSTRAINT publisher_key_pk PRIMARY KEY (fingerprint)
);

-- The one publisher whose releases a module takes.
CREATE TABLE kernel.publisher_pin (
    module VARCHAR(31) NOT NULL,
    publisher VARCHAR(200) NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT publisher_pin_pk PRIMARY KEY (module)
);

-- Versions that must not come, with all older ones.
CREATE TABLE kernel.held_back (
    module VARCHAR(31) NOT NULL,
    version VARCHAR(100) NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    held_at TIMESTAMP WITH TIME ZONE NOT NULL,
    held_by VARCHAR(200) NOT NULL,
    CONSTRAINT held_back_pk PRIMARY KEY (module, version)
);

-- Why a jar was taken: SIGNED, SHIPPED, UNSIGNED, or EARLIER for those from before there were signatures.
ALTER TABLE kernel.artifact ADD COLUMN origin VARCHAR(20) DEFAULT 'EARLIER' NOT NULL;
ALTER TABLE kernel.artifact ADD COLUMN fingerprint VARCHAR(64);
