package vn.kientao.reform.steering.web.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.indicator.Indicator;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.domain.programme.Area;

/**
 * The form of a target.
 *
 * @param old the one that is changed; empty for a new one
 * @param agencies that can answer for it
 * @param figures that can measure it
 */
public record TargetFormModel(
        FormView form, Optional<Target> old, List<Area> areas, List<Agency> agencies, List<Indicator> figures) {
    private static final int SPARE = 3;

    public TargetFormModel {
        areas = List.copyOf(areas);
        agencies = List.copyOf(agencies);
        figures = List.copyOf(figures);
    }

    public Page page() {
        return form.page();
    }

    public String name(LocalText text) {
        return page().texts().get(text);
    }

    public boolean is(String field, String value) {
        return form.value(field).equals(value);
    }

    /** What a list offers beside what is at work: what was chosen before and is no more. */
    public List<String> gone(String field, List<String> offered) {
        String chosen = form.value(field);
        return chosen.isEmpty() || offered.contains(chosen) ? List.of() : List.of(chosen);
    }

    public List<String> goneAgency() {
        return gone("lead", agencies.stream().map(Agency::code).toList());
    }

    public List<String> goneFigure() {
        return gone("indicator", figures.stream().map(Indicator::code).toList());
    }

    /** The pairs of fields for values: those that hold something, and a few more. */
    public List<Integer> rows() {
        int filled = 0;
        for (int row = 0; row < TargetForm.MOST_VALUES; row++) {
            if (!form.value("year" + row).isEmpty()
                    || !form.value("amount" + row).isEmpty()) {
                filled = row + 1;
            }
        }
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(filled + SPARE, TargetForm.MOST_VALUES); row++) {
            rows.add(row);
        }
        return rows;
    }

    public String action() {
        return page().link(old.map(one -> "/targets/" + one.code() + "/edit").orElse("/targets/new"));
    }

    public String back() {
        return page().link(old.map(one -> "/targets/" + one.code()).orElse("/targets"));
    }
}
