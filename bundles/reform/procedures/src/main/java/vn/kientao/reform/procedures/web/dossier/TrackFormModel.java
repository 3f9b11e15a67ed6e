package vn.kientao.reform.procedures.web.dossier;

/** The form that asks for the code and the second factor. */
public record TrackFormModel(FormView form) {}
