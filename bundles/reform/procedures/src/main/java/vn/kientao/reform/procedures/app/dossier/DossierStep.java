package vn.kientao.reform.procedures.app.dossier;

import java.util.List;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;

/** A step with everything it needs to be taken. What it does happens in the transaction that also keeps its event. */
public interface DossierStep {

    DossierAction action();

    /** Why, in the words of who takes it; may be empty. */
    String note();

    /** Where the dossier goes; empty when it stays. */
    default String place() {
        return "";
    }

    /** Number of the document, or the provision, that it rests on; may be empty. */
    default String document() {
        return "";
    }

    /** What was asked for and is not there. */
    default List<String> missing() {
        return List.of();
    }

    /** Does it, after the table and its guards have allowed it. */
    void apply(StepWork work);
}
