package vn.kientao.reform.steering.web.report;

import static vn.kientao.reform.steering.web.Typed.put;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.Figure;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.Section;
import vn.kientao.reform.steering.web.Cut;

/** A report for programs. Codes of agencies and areas; days and times of Viet Nam. */
public record ReportJson(
        String code,
        String agency,
        String scope,
        String kind,
        int year,
        int edition,
        LocalDate from,
        LocalDate to,
        LocalDate due,
        LocalDate internalDue,
        String state,
        LocalDateTime countedAt,
        String symbol,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate publishedOn,
        List<Part> sections,
        List<Counted> figures,
        long version) {
    public ReportJson {
        sections = List.copyOf(sections);
        figures = List.copyOf(figures);
    }

    static ReportJson of(Reports.View view) {
        PeriodicReport one = view.report();
        return new ReportJson(
                one.code(),
                one.agency(),
                one.scope().word(),
                one.kind().word(),
                one.year(),
                one.edition(),
                one.period().from(),
                one.period().to(),
                one.due(),
                one.internalDue(),
                one.state().name(),
                one.countedAt(),
                one.symbol(),
                one.issuedOn().orElse(null),
                one.publishedOn().orElse(null),
                view.sections().stream().map(Part::of).toList(),
                view.figures().stream().map(Counted::of).toList(),
                one.version());
    }

    /** A section with its text. */
    public record Part(String code, String title, String body, long version) {
        static Part of(Section section) {
            return new Part(section.code(), section.title().vi(), section.text().body(), section.version());
        }
    }

    /** @param amount absent when there was nothing to measure */
    public record Counted(
            String code,
            String area,
            String name,
            String unit,
            @Nullable BigDecimal amount) {
        static Counted of(Figure figure) {
            return new Counted(
                    figure.code(),
                    figure.area(),
                    figure.name().vi(),
                    figure.unit().vi(),
                    figure.amount().orElse(null));
        }
    }

    /** @param after where the next page begins; absent on the last one */
    public record Listing(List<Row> reports, @Nullable Long after) {
        public Listing {
            reports = List.copyOf(reports);
        }

        static Listing of(List<PeriodicReport> rows, int most) {
            Cut<PeriodicReport> page = Cut.of(rows, most);
            return new Listing(page.rows(Row::of), page.next(PeriodicReport::id));
        }
    }

    /** A report in a list. */
    public record Row(
            String code, String agency, String scope, String kind, int year, int edition, String state, String symbol) {
        static Row of(PeriodicReport one) {
            return new Row(
                    one.code(),
                    one.agency(),
                    one.scope().word(),
                    one.kind().word(),
                    one.year(),
                    one.edition(),
                    one.state().name(),
                    one.symbol());
        }
    }

    /** The text of a section. */
    public record Text(@Nullable String body) {}

    /** @param action count, submit, return, issue, correct, publish or withdraw */
    public record Step(
            @Nullable String action,
            @Nullable String note,
            @Nullable Integer number,
            @Nullable String symbol,
            @Nullable LocalDate day) {
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "note", note);
            put(values, "number", number);
            put(values, "symbol", symbol);
            put(values, "day", day == null ? null : Formats.date(day));
            return values;
        }
    }
}
