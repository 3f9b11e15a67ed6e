package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A step that a dossier may take, and the article that says so. Whatever does not stand in the table is not allowed.
 *
 * @param legalBasis decree and article, as they are cited
 */
public record Transition(DossierStatus from, DossierAction action, String legalBasis) {
    private static final String DECREE = "Nghị định 61/2018/NĐ-CP, Điều ";

    /** Every step after the receipt itself (Article 17). The second line is for what is settled on the spot. */
    public static final List<Transition> TABLE = List.of(
            new Transition(DossierStatus.RECEIVED, DossierAction.FORWARD, DECREE + 18),
            new Transition(DossierStatus.RECEIVED, DossierAction.FINISH, DECREE + 19),
            new Transition(DossierStatus.PROCESSING, DossierAction.FINISH, DECREE + 19),
            new Transition(DossierStatus.FINISHED, DossierAction.HAND_OVER, DECREE + 20));

    public Transition {
        requireNonNull(from, "from");
        requireNonNull(action, "action");
        requireNonNull(legalBasis, "legalBasis");
    }
}
