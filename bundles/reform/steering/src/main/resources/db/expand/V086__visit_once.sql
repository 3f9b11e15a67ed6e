-- Which visit was planned with a key, so that a program or a browser that sends the same once more plans none twice.
CREATE TABLE steering.visit_once (
    inspector  VARCHAR(40)  NOT NULL,
    once_key   VARCHAR(400) NOT NULL,
    visit_code VARCHAR(60)  NOT NULL,
    CONSTRAINT visit_once_pk PRIMARY KEY (inspector, once_key)
);
