package vn.kientao.reform.steering.app.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.reform.steering.app.Predecessors;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.file.FileOwner;
import vn.kientao.reform.steering.domain.report.Fact;
import vn.kientao.reform.steering.domain.report.FactKind;
import vn.kientao.reform.steering.domain.report.Figure;
import vn.kientao.reform.steering.domain.report.OutlineRow;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportAction;
import vn.kientao.reform.steering.domain.report.ReportFilter;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.report.ReportScope;
import vn.kientao.reform.steering.domain.report.ReportTerm;
import vn.kientao.reform.steering.domain.report.Section;
import vn.kientao.reform.steering.domain.report.SectionText;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.report.FactRows;
import vn.kientao.reform.steering.store.report.ReportRows;
import vn.kientao.reform.steering.store.report.ReportRules;
import vn.kientao.reform.steering.store.report.SectionRows;
import vn.kientao.reform.steering.store.report.UrgeRows;

/** Looks reports up: terms, one report with all that belongs to it, lists, the records behind a figure, who has sent none. */
@Component(service = Reports.class)
public final class Reports {
    private final Database database;
    private final Agencies agencies;
    private final Predecessors predecessors;
    private final ReportRules rules = new ReportRules();
    private final ReportRows rows = new ReportRows();
    private final SectionRows sections = new SectionRows();
    private final FactRows facts = new FactRows();
    private final UrgeRows urges = new UrgeRows();

    @Activate
    public Reports(@Reference Database database, @Reference Agencies agencies, @Reference SteeringTables tables) {
        this.database = database;
        this.agencies = agencies;
        this.predecessors = new Predecessors(agencies);
    }

    /** A report with all that belongs to it. */
    public record View(
            PeriodicReport report, List<Section> sections, List<Figure> figures, List<Happening<ReportAction>> events) {
        public View {
            sections = List.copyOf(sections);
            figures = List.copyOf(figures);
            events = List.copyOf(events);
        }

        public Optional<Section> section(String code) {
            return sections.stream().filter(one -> one.code().equals(code)).findFirst();
        }

        /** The figures that stand in a section: those of its area, or all in the annex. */
        public List<Figure> of(Section section) {
            return figures.stream()
                    .filter(figure -> section.statistics()
                            ? figure.area().isEmpty()
                            : section.area().filter(figure.area()::equals).isPresent())
                    .toList();
        }

        public FileOwner owner() {
            return new FileOwner("report", report.id(), report.code());
        }
    }

    /**
     * How an agency stands with a report.
     *
     * @param report the latest edition; empty when it has begun none
     * @param urged when it was urged last
     */
    public record Standing(Agency agency, Optional<PeriodicReport> report, Optional<LocalDateTime> urged) {}

    /** The agency and all whose work it took over. */
    public Set<String> with(String agency) {
        return predecessors.with(agency);
    }

    /** The reports of a year by the rules in force, in the order in which they are due. */
    public List<ReportTerm> terms(int year) {
        return database.read(rules::periods).stream()
                .filter(rule -> rule.governs(year))
                .map(rule -> rule.in(year))
                .sorted(Comparator.comparing(ReportTerm::due))
                .toList();
    }

    public Optional<ReportTerm> term(ReportKind kind, int year) {
        return terms(year).stream().filter(term -> term.kind() == kind).findFirst();
    }

    public Optional<View> find(String code) {
        return database.read(handle -> rows.find(handle, code)
                .map(report -> new View(
                        report,
                        sections.sections(handle, report.id()),
                        sections.figures(handle, report.id()),
                        rows.events(handle, report.id()))));
    }

    /** Every text of a section, the newest first. */
    public List<SectionText> texts(PeriodicReport report, String section) {
        return database.read(handle -> sections.texts(handle, report.id(), section));
    }

    public List<PeriodicReport> page(ReportFilter filter, long before, int most) {
        return database.read(handle -> rows.page(handle, filter, before, most));
    }

    /** A page of those that everybody may read, the last published edition of each. */
    public List<PeriodicReport> published(ReportFilter filter, long before, int most) {
        return database.read(handle -> rows.published(handle, filter, before, most));
    }

    /** The published editions of the report of an agency about a period, the oldest first. */
    public List<PeriodicReport> published(PeriodicReport one) {
        return database.read(handle -> rows.published(handle, one));
    }

    /** The codes of the agencies of which a report is published. */
    public List<String> publishers() {
        return database.read(rows::publishers);
    }

    /** The records behind a figure of a report as the facts are now, with larger ids than {@code after}. */
    public List<Fact> facts(PeriodicReport report, FactKind kind, String area, long after, int most) {
        Set<String> whose = whose(report);
        return database.read(handle -> facts.page(handle, kind, area, whose, report.countedDays(), after, most));
    }

    /** Whose facts a report counts; none for the whole province. */
    Set<String> whose(PeriodicReport report) {
        return report.scope() == ReportScope.PROVINCE ? Set.of() : with(report.agency());
    }

    public List<OutlineRow> outline() {
        return database.read(handle -> rules.outline(handle));
    }

    /** How every agency that exists on the last day of a period stands with its report. */
    public List<Standing> standings(ReportTerm term) {
        LocalDate day = term.period().to();
        return database.read(handle -> {
            Map<String, PeriodicReport> made = new HashMap<>();
            rows.ofPeriod(handle, term.kind(), term.year()).forEach(one -> made.put(one.agency(), one));
            Map<String, LocalDateTime> urged = urges.last(handle, term.kind(), term.year());
            return agencies.on(day).stream()
                    .map(agency -> new Standing(
                            agency,
                            Optional.ofNullable(made.get(agency.code())),
                            Optional.ofNullable(urged.get(agency.code()))))
                    .toList();
        });
    }
}
