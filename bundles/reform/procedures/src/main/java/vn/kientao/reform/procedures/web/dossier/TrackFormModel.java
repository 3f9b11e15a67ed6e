package vn.kientao.reform.procedures.web.dossier;

import vn.kientao.platform.api.web.FormView;

/** The form that asks for the code and the second factor. */
public record TrackFormModel(FormView form) {}
