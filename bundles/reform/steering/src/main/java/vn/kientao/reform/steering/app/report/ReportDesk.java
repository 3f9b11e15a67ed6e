package vn.kientao.reform.steering.app.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.event.ModuleEvents;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.AuditEntries;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.report.Figure;
import vn.kientao.reform.steering.domain.report.OutlineRow;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportAction;
import vn.kientao.reform.steering.domain.report.ReportScope;
import vn.kientao.reform.steering.domain.report.ReportState;
import vn.kientao.reform.steering.domain.report.ReportTerm;
import vn.kientao.reform.steering.domain.report.Section;
import vn.kientao.reform.steering.domain.report.SectionText;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.report.ReportRows;
import vn.kientao.reform.steering.store.report.ReportRules;
import vn.kientao.reform.steering.store.report.SectionRows;

/** Makes reports, keeps their texts and takes their steps, each with its event and audit entry in one transaction. */
@Component(service = ReportDesk.class)
public final class ReportDesk {
    private static final TextBundle TEXTS = TextBundle.of(ReportDesk.class);

    private final Database database;
    private final AuditTrail audit;
    private final ModuleEvents events;
    private final Agencies agencies;
    private final Reports reports;
    private final Files files;
    private final Counting counting;
    private final ReportRows rows = new ReportRows();
    private final ReportRules rules = new ReportRules();
    private final SectionRows sections = new SectionRows();

    @Activate
    public ReportDesk(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference ModuleEvents events,
            @Reference Agencies agencies,
            @Reference Extensions extensions,
            @Reference Reports reports,
            @Reference Files files,
            @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
        this.events = events;
        this.agencies = agencies;
        this.reports = reports;
        this.files = files;
        this.counting = new Counting(extensions);
    }

    /** What a step says beside its name; the symbol and the day of issue are only for {@link ReportAction#ISSUE}. */
    public record Step(ReportAction action, String note, String symbol, Optional<LocalDate> issuedOn) {}

    /**
     * Makes a report with its sections and figures.
     *
     * @throws ReportRefusedException when the agency has one already or the period has not begun
     */
    public PeriodicReport make(ReportTerm term, ReportScope scope, Tasks.Act act) {
        if (act.at().toLocalDate().isBefore(term.period().from())) {
            throw new ReportRefusedException(ReportRefusedException.Reason.NOT_BEGUN);
        }
        List<Figure> indicators = indicators(act.agency(), scope, term, act.at().toLocalDate());
        return database.write(transaction -> {
            if (rows.last(transaction, act.agency(), scope, term.kind(), term.year())
                    .isPresent()) {
                throw new ReportRefusedException(ReportRefusedException.Reason.PRESENT);
            }
            PeriodicReport made = add(transaction, blank(term, scope, 1, act), act);
            for (OutlineRow row : rules.outline(transaction, term.period().to())) {
                sections.add(transaction, made.id(), row, new SectionText(1, "", act.at(), act.account()));
            }
            count(transaction, made, indicators);
            happened(transaction, made, ReportAction.MAKE, "", act);
            return made;
        });
    }

    private static PeriodicReport blank(ReportTerm term, ReportScope scope, int edition, Tasks.Act act) {
        String kind = scope == ReportScope.PROVINCE ? "-BC-TINH-" : "-BC-";
        String code =
                act.agency() + kind + term.year() + "-" + term.kind().word() + (edition == 1 ? "" : "-" + edition);
        return new PeriodicReport(
                0,
                1,
                code,
                act.agency(),
                scope,
                term.kind(),
                term.year(),
                edition,
                term.period(),
                term.due(),
                term.internalDue(),
                ReportState.DRAFT,
                act.at(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
    }

    private PeriodicReport add(Handle transaction, PeriodicReport one, Tasks.Act act) {
        String name = TEXTS.text(one.kind().whenKey(), "" + one.year()).vi();
        String agency =
                agencies.find(act.agency()).map(found -> found.name().vi()).orElse(act.agency());
        return rows.add(transaction, one, Folding.fold(one.code() + " " + name + " " + agency));
    }

    /** Asked outside of the transaction: other modules read their own tables. */
    private List<Figure> indicators(String agency, ReportScope scope, ReportTerm term, LocalDate today) {
        List<String> whose = scope == ReportScope.PROVINCE
                ? agencies.on(term.period().to()).stream().map(Agency::code).toList()
                : List.of(agency);
        return counting.indicators(whose, PeriodicReport.begun(term.period(), today));
    }

    private void count(Handle transaction, PeriodicReport report, List<Figure> indicators) {
        List<Figure> figures =
                new ArrayList<>(counting.facts(transaction, reports.whose(report), report.countedDays()));
        figures.addAll(indicators);
        sections.replace(transaction, report.id(), figures);
    }

    /**
     * Takes a step.
     *
     * @return the report as it is then; of a correction, the further edition
     * @throws StaleRecordException when somebody changed the report meanwhile
     * @throws IllegalStateException when the step is not possible in its state
     * @throws ReportRefusedException when it is to be issued and no signed file is attached
     */
    public PeriodicReport act(Reports.View seen, Step step, Tasks.Act act) {
        PeriodicReport report = seen.report();
        if (!step.action().possible(report)) {
            throw new IllegalStateException(step.action() + " of a report that is " + report.state());
        }
        if (step.action() == ReportAction.ISSUE && files.of(seen.owner()).isEmpty()) {
            throw new ReportRefusedException(ReportRefusedException.Reason.UNSIGNED);
        }
        ReportTerm term = term(report);
        List<Figure> indicators = recounts(step.action())
                ? indicators(report.agency(), report.scope(), term, act.at().toLocalDate())
                : List.of();
        return database.write(transaction -> {
            PeriodicReport next = after(report, step, act);
            if (!rows.change(transaction, next)) {
                throw new StaleRecordException("report " + report.code(), report.version());
            }
            happened(transaction, next, step.action(), step.note(), act);
            if (step.action() == ReportAction.COUNT) {
                count(transaction, next, indicators);
            }
            if (step.action() == ReportAction.CORRECT) {
                return correct(transaction, seen, term, indicators, act);
            }
            return next;
        });
    }

    private static boolean recounts(ReportAction action) {
        return action == ReportAction.COUNT || action == ReportAction.CORRECT;
    }

    private static ReportTerm term(PeriodicReport report) {
        return new ReportTerm(report.kind(), report.year(), report.period(), report.due(), report.internalDue(), "");
    }

    private static PeriodicReport after(PeriodicReport report, Step step, Tasks.Act act) {
        return switch (step.action()) {
            case COUNT -> report.counted(act.at());
            case SUBMIT -> report.submitted(act.at());
            case RETURN -> report.returned();
            case PUBLISH -> report.published(act.at().toLocalDate());
            case WITHDRAW -> report.withdrawn();
            case ISSUE -> report.issued(step.symbol(), step.issuedOn().orElseThrow());
            case CORRECT -> report.replaced();
            case MAKE -> throw new IllegalStateException("a report is made once");
        };
    }

    /** The further edition begins with the texts of the one it replaces and with figures counted anew. */
    private PeriodicReport correct(
            Handle transaction, Reports.View old, ReportTerm term, List<Figure> indicators, Tasks.Act act) {
        PeriodicReport made =
                add(transaction, blank(term, old.report().scope(), old.report().edition() + 1, act), act);
        int position = 0;
        for (Section section : old.sections()) {
            position++;
            OutlineRow row = new OutlineRow(
                    0,
                    1,
                    section.code(),
                    position,
                    section.title(),
                    section.area(),
                    section.statistics(),
                    term.period().from(),
                    Optional.empty(),
                    "");
            String body = section.text().body();
            sections.add(transaction, made.id(), row, new SectionText(1, body, act.at(), act.account()));
        }
        count(transaction, made, indicators);
        happened(transaction, made, ReportAction.MAKE, "", act);
        return made;
    }

    /**
     * Writes the text of a section as the one after the version that was seen.
     *
     * @throws StaleRecordException when somebody wrote it meanwhile
     * @throws IllegalStateException when the report is no draft
     */
    public void write(Reports.View view, String section, long seen, String body, Tasks.Act act) {
        database.write(transaction -> {
            PeriodicReport now = rows.find(transaction, view.report().code()).orElseThrow();
            if (now.state() != ReportState.DRAFT) {
                throw new IllegalStateException("text of a report that is " + now.state());
            }
            SectionText next = new SectionText(seen + 1, body, act.at(), act.account());
            if (!sections.write(transaction, now.id(), section, seen, next)) {
                throw new StaleRecordException("section " + section + " of report " + now.code(), seen);
            }
            audit.record(
                    transaction,
                    AuditEntries.about(
                            act.entry(),
                            now.code(),
                            "{\"section\":\"" + section + "\",\"version\":" + next.version() + "}"));
            return next;
        });
    }

    private void happened(Handle transaction, PeriodicReport report, ReportAction action, String note, Tasks.Act act) {
        rows.add(transaction, report.id(), new Happening<>(act.at(), action, act.agency(), act.account(), note));
        audit.record(
                transaction,
                AuditEntries.about(act.entry(), report.code(), "{\"state\":\"" + report.state() + "\"}")
                        .because(note));
        if (action == ReportAction.ISSUE) {
            String detail = "{\"kind\":\"" + report.kind() + "\",\"year\":" + report.year() + "}";
            events.publish(
                    transaction,
                    new ModuleEvent(
                            "steering.report-issued", Optional.of(report.agency()), report.code(), detail, act.at()));
        }
    }
}
