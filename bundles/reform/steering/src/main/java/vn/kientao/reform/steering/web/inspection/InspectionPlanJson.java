package vn.kientao.reform.steering.web.inspection;

import static vn.kientao.reform.steering.web.Typed.put;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.domain.inspection.InspectionPlan;

/**
 * The inspection plan of a year for programs.
 *
 * @param wantedShare percent of the agencies that should be visited
 * @param covered how many agencies have a visit in it
 * @param agencies how many there are, without the one that inspects
 */
public record InspectionPlanJson(
        String agency,
        int year,
        String symbol,
        @Nullable LocalDate issuedOn,
        String content,
        int wantedShare,
        long covered,
        long agencies,
        boolean enough,
        long version) {

    static InspectionPlanJson of(InspectionPlan plan, Inspections.Coverage coverage) {
        return new InspectionPlanJson(
                plan.agency(),
                plan.year(),
                plan.symbol(),
                plan.issuedOn().orElse(null),
                plan.content(),
                plan.wantedShare(),
                coverage.covered(),
                coverage.all(),
                coverage.enough(),
                plan.version());
    }

    /** The plans of an agency, the newest year first. */
    public record Listing(List<Row> plans) {
        public Listing {
            plans = List.copyOf(plans);
        }
    }

    /** A plan in a list. */
    public record Row(String agency, int year, String symbol, int wantedShare, long version) {
        static Row of(InspectionPlan plan) {
            return new Row(plan.agency(), plan.year(), plan.symbol(), plan.wantedShare(), plan.version());
        }
    }

    /** @param year needed for a new plan, left out of a changed one, whose year stands in the address */
    public record Words(
            @Nullable Integer year,
            @Nullable String symbol,
            @Nullable LocalDate issuedOn,
            @Nullable String content,
            @Nullable Integer wantedShare) {
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "year", year);
            put(values, "symbol", symbol);
            put(values, "issuedOn", issuedOn == null ? null : Formats.date(issuedOn));
            put(values, "content", content);
            put(values, "share", wantedShare);
            return values;
        }
    }

    /** @param unit code of the agency that is to be visited */
    public record NewVisit(
            @Nullable String unit,
            @Nullable LocalDate on,
            @Nullable String team,
            @Nullable String content) {
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "unit", unit);
            put(values, "on", on == null ? null : Formats.date(on));
            put(values, "team", team);
            put(values, "content", content);
            return values;
        }
    }
}
