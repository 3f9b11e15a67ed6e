package vn.kientao.reform.steering.web.inspection;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.inspection.InspectionDesk;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.domain.inspection.InspectionPlan;
import vn.kientao.reform.steering.web.FormReader;

/** Reads the plan of a year and a planned visit, from a form or from a program. */
final class InspectionForm {
    private static final TextBundle TEXTS = TextBundle.of(InspectionForm.class);
    private static final int SYMBOL = 100;
    private static final int CONTENT = 4_000;
    private static final int TEAM = 1_000;
    private static final int WHOLE = 100;

    private final FormReader reader;

    InspectionForm(FormReader reader) {
        this.reader = reader;
    }

    /** @param version that was seen; 0 when there was no plan */
    InspectionPlan plan(Optional<InspectionPlan> old, long version, String agency, int year) {
        String symbol = reader.text("symbol", 0, SYMBOL);
        Optional<LocalDate> day = reader.day("issuedOn");
        String content = reader.text("content", 1, CONTENT);
        int share = reader.number("share", 1, WHOLE);
        return new InspectionPlan(
                old.map(InspectionPlan::id).orElse(0L), version, agency, year, symbol, day, content, share);
    }

    /** A visit with the plan of its year; empty when something is wrong with it. */
    Optional<Planned> visit(String own, Agencies agencies, Inspections inspections, LocalDate today) {
        String unit = reader.field("unit").orElse("");
        if (unit.equals(own)
                || agencies.find(unit).filter(one -> one.existsOn(today)).isEmpty()) {
            reader.errors().add("unit", TEXTS.text("task.error.agency", unit));
        }
        Optional<LocalDate> day = reader.neededDay("on");
        String team = reader.text("team", 1, TEAM);
        String content = reader.text("content", 1, CONTENT);
        Optional<InspectionPlan> plan = day.flatMap(one -> inspections.plan(own, one.getYear()));
        if (day.isPresent() && plan.isEmpty()) {
            reader.errors()
                    .add(
                            "on",
                            TEXTS.text(
                                    "inspection.error.no-plan", "" + day.get().getYear()));
        }
        return reader.errors().isEmpty()
                ? Optional.of(new Planned(
                        plan.orElseThrow(), new InspectionDesk.Planned(unit, day.orElseThrow(), team, content)))
                : Optional.empty();
    }

    /** A visit and the plan in which it stands. */
    record Planned(InspectionPlan plan, InspectionDesk.Planned visit) {}
}
