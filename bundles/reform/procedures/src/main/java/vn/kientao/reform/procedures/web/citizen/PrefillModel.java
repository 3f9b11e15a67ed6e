package vn.kientao.reform.procedures.web.citizen;

import vn.kientao.reform.procedures.web.dossier.IntakeModel;

/**
 * The form to fill in at home.
 *
 * @param code under which its files are kept; empty when it has none
 */
public record PrefillModel(IntakeModel intake, String code) {
    /** Name of the field that carries the code. */
    public String codeField() {
        return PrefillDoor.CODE;
    }
}
