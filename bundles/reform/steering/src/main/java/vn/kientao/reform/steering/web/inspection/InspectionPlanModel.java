package vn.kientao.reform.steering.web.inspection;

import vn.kientao.platform.api.web.FormView;
import vn.kientao.reform.steering.app.inspection.Inspections;

/** The form of the inspection plan of a year. */
public record InspectionPlanModel(FormView form, int year, Inspections.Coverage coverage) {}
