package vn.kientao.reform.procedures.domain.publication;

import java.util.Locale;

/** What may be done with a publication, and from where to where it leads. */
public enum PublicationAction {
    /** Writes the fields of the record. */
    EDIT(PublicationState.DRAFT),
    /** Finds it complete and lawful; never by its author (kiểm soát thủ tục hành chính, Decree 63/2010, Article 7). */
    CHECK(PublicationState.CHECKED),
    /** Gives it back to its author with a reason. */
    RETURN(PublicationState.DRAFT),
    /** Records the signed decision (quyết định công bố, Article 15). */
    ANNOUNCE(PublicationState.ANNOUNCED),
    /** From the day of effect on it is the version in force; what it replaces ends. */
    TAKE_EFFECT(PublicationState.IN_FORCE),
    /** Records that it stands in the national database (Article 24). */
    UPLOAD(PublicationState.ANNOUNCED),
    /** Lets it go before it is announced. */
    WITHDRAW(PublicationState.WITHDRAWN);

    private final PublicationState to;

    PublicationAction(PublicationState to) {
        this.to = to;
    }

    public boolean allowedIn(PublicationState state) {
        return switch (this) {
            case EDIT, CHECK -> state == PublicationState.DRAFT;
            case RETURN, ANNOUNCE -> state == PublicationState.CHECKED;
            case TAKE_EFFECT -> state == PublicationState.ANNOUNCED;
            case UPLOAD -> state == PublicationState.ANNOUNCED || state == PublicationState.IN_FORCE;
            case WITHDRAW -> state == PublicationState.DRAFT || state == PublicationState.CHECKED;
        };
    }

    /** Where it leads; an upload leaves the publication where it is. */
    public PublicationState to(PublicationState state) {
        return this == UPLOAD ? state : to;
    }

    /** Its word in addresses, text keys and the audit trail: {@code take-effect}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
