-- Where modules come from: a folder of the server or the address of a folder.
CREATE TABLE repository.source (
    name VARCHAR(40) NOT NULL,
    location VARCHAR(1000) NOT NULL,
    added_at TIMESTAMP WITH TIME ZONE NOT NULL,
    added_by VARCHAR(200) NOT NULL,
    CONSTRAINT source_pk PRIMARY KEY (name)
);
