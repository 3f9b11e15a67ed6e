package vn.kientao.reform.steering.web.pilot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.chart.ChartData;
import vn.kientao.platform.api.chart.SvgChart;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.pilot.PilotModules;
import vn.kientao.reform.steering.app.pilot.Pilots;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.file.StoredFile;
import vn.kientao.reform.steering.domain.pilot.Measure;
import vn.kientao.reform.steering.domain.pilot.Pilot;
import vn.kientao.reform.steering.domain.pilot.PilotAction;
import vn.kientao.reform.steering.domain.pilot.PilotOutcome;
import vn.kientao.reform.steering.domain.pilot.PilotValue;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * The page of a pilot.
 *
 * @param form what was typed into the form named by its value {@code action}
 * @param module the module that is tried; empty when it is about none
 * @param people name by account, of those who did something
 */
public record PilotModel(
        FormView form,
        Pilots.View view,
        LocalDate today,
        List<Area> areas,
        AgencyNames names,
        List<Agency> agencies,
        Map<String, String> people,
        List<StoredFile> files,
        Optional<PilotModules.Standing> module) {
    public PilotModel {
        areas = List.copyOf(areas);
        agencies = List.copyOf(agencies);
        people = Map.copyOf(people);
        files = List.copyOf(files);
    }

    public Page page() {
        return form.page();
    }

    public Pilot pilot() {
        return view.pilot();
    }

    public String style() {
        return PilotWords.style(pilot().state());
    }

    public String area() {
        return areas.stream()
                .filter(area -> area.code().equals(pilot().plan().area()))
                .findFirst()
                .map(area -> page().texts().get(area.name()))
                .orElse(pilot().plan().area());
    }

    public PilotRights rights() {
        return new PilotRights(page(), view);
    }

    public List<PilotAction> actions() {
        return rights().all();
    }

    public boolean measures() {
        return rights().measures();
    }

    /** How many agencies the reader may switch the module on at now. */
    public int switches() {
        return module.filter(one -> one.installed() && rights().switches())
                .map(one -> one.off().size())
                .orElse(0);
    }

    public boolean enters() {
        return rights().enters();
    }

    public List<PilotOutcome> outcomes() {
        return List.of(PilotOutcome.WIDEN, PilotOutcome.KEEP, PilotOutcome.STOP);
    }

    /** Agencies that do not take part yet. */
    public List<Agency> others() {
        return agencies.stream()
                .filter(agency -> !pilot().plan().agencies().contains(agency.code()))
                .toList();
    }

    /** Whether this is the form that was not taken. */
    public boolean failed(String name) {
        return name.equals(form.value("action"));
    }

    /** The id of a field; that of the form that was not taken is where the list of mistakes leads. */
    public String id(String name, String field) {
        return failed(name) ? field : field + "-" + name;
    }

    public String value(String name, String field) {
        return failed(name) ? form.value(field) : "";
    }

    public Optional<String> error(String name, String field) {
        return failed(name) ? form.error(field) : Optional.empty();
    }

    public String number(Optional<BigDecimal> value) {
        return PilotWords.number(value);
    }

    /** The condition to stop, in words; empty when there is none. */
    public String stop(Measure measure) {
        return measure.stop()
                .map(stop -> page().text(
                                stop.below() ? "pilot.stop.below" : "pilot.stop.above",
                                PilotWords.number(Optional.of(stop.value())),
                                measure.unit()))
                .orElse("");
    }

    /** A line for the actual values, and one for the plan where every period has one; empty while there is nothing to draw. */
    public String chart(Measure measure) {
        List<PilotValue> known = measure.values().stream()
                .filter(one -> one.actual().isPresent())
                .toList();
        boolean drawable = known.size() > 1
                && known.stream().allMatch(one -> one.actual().orElseThrow().signum() >= 0);
        if (!drawable) {
            return "";
        }
        ChartData.Series actual = new ChartData.Series(
                page().text("pilot.actual"),
                known.stream()
                        .map(one -> one.actual().orElseThrow().doubleValue())
                        .toList());
        boolean planned = known.stream()
                .allMatch(
                        one -> one.planned().filter(plan -> plan.signum() >= 0).isPresent());
        List<ChartData.Series> series = planned
                ? List.of(
                        actual,
                        new ChartData.Series(
                                page().text("pilot.planned"),
                                known.stream()
                                        .map(one -> one.planned().orElseThrow().doubleValue())
                                        .toList()))
                : List.of(actual);
        return SvgChart.lines(new ChartData(
                measure.name() + " (" + measure.unit() + ")",
                known.stream().map(one -> Formats.date(one.periodEnd())).toList(),
                series));
    }

    public String who(Happening<PilotAction> event) {
        String name = people.getOrDefault(event.account(), "");
        return name.isEmpty() ? names.of(event.agency()) : name + ", " + names.of(event.agency());
    }

    public String eventStyle(Happening<PilotAction> event) {
        return switch (event.action()) {
            case APPROVE, DECIDE -> "kt-event kt-event-done";
            case ABORT, REFUSE -> "kt-event kt-event-late";
            case PROPOSE, START, REVIEW, EXTEND, CONCLUDE, NOTE -> "kt-event kt-event-progress";
        };
    }

    public String file(StoredFile file) {
        return page().link("/pilots/" + pilot().code() + "/files/" + file.id());
    }
}
