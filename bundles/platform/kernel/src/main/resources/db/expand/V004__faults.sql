-- Releases that were taken out of service because they endangered the others. They are neither asked nor started.
CREATE TABLE kernel.quarantine (
    module VARCHAR(31) NOT NULL,
    version VARCHAR(100) NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    name_vi VARCHAR(300) NOT NULL,
    name_en VARCHAR(300) NOT NULL,
    reason_vi VARCHAR(2000) NOT NULL,
    reason_en VARCHAR(2000) NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT quarantine_pk PRIMARY KEY (module, version, sha256)
);
