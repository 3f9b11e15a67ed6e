CREATE TABLE trial.word (
    word  VARCHAR NOT NULL
);
