package vn.kientao.reform.procedures.web.citizen;

import vn.kientao.reform.procedures.web.dossier.IntakeModel;

/**
 * The intake form, filled in from home.
 *
 * @param madeAt when it was filled in
 */
public record RecallModel(IntakeModel intake, String madeAt) {}
