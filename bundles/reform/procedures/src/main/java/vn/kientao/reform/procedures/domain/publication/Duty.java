package vn.kientao.reform.procedures.domain.publication;

/** What the law wants to be done about a publication next. */
public enum Duty {
    /** To be announced in time before it takes effect. */
    ANNOUNCE,
    /** To be put into the national database. */
    UPLOAD,
    /** To be put into force here. */
    TAKE_EFFECT,
    /** Nothing. */
    NONE
}
