package vn.kientao.reform.procedures.web.citizen;

import vn.kientao.reform.procedures.web.dossier.IntakeModel;

/**
 * The intake form, filled in from home.
 *
 * @param madeAt when it was filled in
 * @param left how many did not fit into the intake form
 */
public record RecallModel(IntakeModel intake, String madeAt, int left) {}
