package vn.kientao.reform.steering.web.inspection;

import static vn.kientao.reform.steering.web.Typed.put;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.domain.inspection.Finding;
import vn.kientao.reform.steering.domain.inspection.Notice;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.web.Cut;

/** A visit for programs. Codes of agencies and areas; days of Viet Nam. */
public record VisitJson(
        String code,
        String inspector,
        String agency,
        LocalDate on,
        String team,
        String content,
        String state,
        String selfReport,
        @Nullable String conclusion,
        @Nullable String symbol,
        @Nullable LocalDate noticedOn,
        @Nullable LocalDate remedyDue,
        boolean overdue,
        List<Found> findings,
        long version) {
    public VisitJson {
        findings = List.copyOf(findings);
    }

    static VisitJson of(Inspections.View view, LocalDate today) {
        Visit one = view.visit();
        return new VisitJson(
                one.code(),
                one.inspector(),
                one.agency(),
                one.on(),
                one.team(),
                one.content(),
                one.state().name(),
                one.selfReport(),
                one.notice().map(Notice::conclusion).orElse(null),
                one.notice().map(Notice::symbol).orElse(null),
                one.notice().map(Notice::on).orElse(null),
                one.notice().map(Notice::remedyDue).orElse(null),
                one.overdue(today),
                view.shown().stream().map(Found::of).toList(),
                one.version());
    }

    /** What was found. */
    public record Found(
            long id,
            String kind,
            String area,
            String words,
            String ground,
            String criterion,
            String state,
            String remedy,
            String answer) {
        static Found of(Finding one) {
            return new Found(
                    one.id(),
                    one.kind().name(),
                    one.area(),
                    one.words(),
                    one.ground(),
                    one.criterion(),
                    one.state().name(),
                    one.remedy(),
                    one.answer());
        }
    }

    /** @param after where the next page begins; absent on the last one */
    public record Listing(List<Row> visits, @Nullable Long after) {
        public Listing {
            visits = List.copyOf(visits);
        }

        static Listing of(List<Visit> rows, int most, LocalDate today) {
            Cut<Visit> page = Cut.of(rows, most);
            return new Listing(page.rows(one -> Row.of(one, today)), page.next(Visit::id));
        }
    }

    /** A visit in a list. */
    public record Row(String code, String inspector, String agency, LocalDate on, String state, boolean overdue) {
        static Row of(Visit one, LocalDate today) {
            return new Row(
                    one.code(),
                    one.inspector(),
                    one.agency(),
                    one.on(),
                    one.state().name(),
                    one.overdue(today));
        }
    }

    /** @param action self-report, visit, find, notice, remedy, report, accept, return or cancel */
    public record Step(
            @Nullable String action,
            @Nullable String note,
            @Nullable String kind,
            @Nullable String area,
            @Nullable String words,
            @Nullable String ground,
            @Nullable String criterion,
            @Nullable Integer number,
            @Nullable String symbol,
            @Nullable LocalDate day,
            @Nullable List<Long> findings) {
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "note", note);
            put(values, "kind", kind);
            put(values, "area", area);
            put(values, "words", words);
            put(values, "ground", ground);
            put(values, "criterion", criterion);
            put(values, "number", number);
            put(values, "symbol", symbol);
            put(values, "day", day == null ? null : Formats.date(day));
            return values;
        }

        List<String> chosen() {
            return findings == null
                    ? List.of()
                    : findings.stream().map(String::valueOf).toList();
        }
    }
}
