package vn.kientao.reform.procedures.app.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.domain.quality.Answered;
import vn.kientao.reform.procedures.domain.report.Measure;
import vn.kientao.reform.procedures.domain.report.ReportForm;
import vn.kientao.reform.procedures.domain.report.ReportForm.RowBy;
import vn.kientao.reform.procedures.domain.report.ReportTable;
import vn.kientao.reform.procedures.domain.report.ReportedDossier;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.quality.CitizenFacts;
import vn.kientao.reform.procedures.store.rating.Questionnaires;
import vn.kientao.reform.procedures.store.rating.RatingReader;
import vn.kientao.reform.procedures.store.report.Cut;
import vn.kientao.reform.procedures.store.report.ReportForms;
import vn.kientao.reform.procedures.store.report.SpanCounts;
import vn.kientao.reform.procedures.store.report.SpanLists;

/**
 * Reports on the settlement of procedures, from dated facts and cut off by period, never added up from other reports
 * (Circular 01/2020/TT-VPCP).
 */
@Component(service = Reports.class)
public final class Reports {
    private final Database database;
    private final AuditTrail audit;
    private final SpanCounts counts = new SpanCounts();
    private final CitizenFacts citizens = new CitizenFacts();
    private final RatingReader ratings = new RatingReader();
    private final Questionnaires questionnaires = new Questionnaires();
    private final ShareCounts shares = new ShareCounts();
    private final SpanLists lists = new SpanLists();
    private final ReportForms forms = new ReportForms();

    @Activate
    public Reports(@Reference Database database, @Reference AuditTrail audit, @Reference ProcedureTables tables) {
        this.database = database;
        this.audit = audit;
    }

    /** The forms in force on a day, in order of code. */
    public List<ReportForm> forms(LocalDate day) {
        return database.read(handle -> forms.on(handle, day));
    }

    public ReportTable table(ReportQuery query, RowBy rowBy) {
        return database.read(handle -> ReportTable.of(counts.count(
                handle, cut(query), rowBy, forms.ends(handle, query.period().to()))));
    }

    /** The table and the shares, counted together. */
    public Report report(ReportQuery query, RowBy rowBy) {
        return database.read(
                handle -> shares.report(handle, cut(query), query.period().to(), rowBy));
    }

    /** The shares of a period, each with what it is made of. */
    public Map<ShareKind, Share> shares(ReportQuery query) {
        return report(query, RowBy.FIELD).shares();
    }

    /** How the agency dealt with petitions, as it is known at a time. */
    public Answered petitions(String agency, Period period, LocalDateTime now) {
        return database.read(handle -> citizens.petitions(
                handle, agency, period.from().atStartOfDay(), period.end().atStartOfDay(), now));
    }

    /** Satisfied with the whole among all who rated dossiers. */
    public Share satisfied(String agency, Period period) {
        return database
                .read(handle -> ratings.satisfaction(
                        handle,
                        questionnaires.on(handle, period.to()),
                        agency,
                        new RatingReader.Span(period.from(), period.to())))
                .lines()
                .stream()
                .filter(line -> line.question().overall())
                .map(line -> new Share(line.satisfied(), line.answers()))
                .findFirst()
                .orElse(new Share(0, 0));
    }

    /**
     * The dossiers behind a number: as many as the number says.
     *
     * @param after the key of the last row of the page before; empty for the first page
     */
    public List<ReportedDossier> dossiers(
            ReportQuery query, Measure measure, Optional<ReportedDossier.Key> after, int size) {
        return database.read(handle -> lists.page(
                handle, cut(query), measure, forms.ends(handle, query.period().to()), after, size));
    }

    /** Writes down that a report left the platform as a file. */
    public void taken(AuditEntry entry) {
        database.write(handle -> {
            audit.record(handle, entry);
            return entry;
        });
    }

    private static Cut cut(ReportQuery query) {
        LocalDateTime begin = query.period().from().atStartOfDay();
        LocalDateTime end = query.period().end().atStartOfDay();
        LocalDateTime soFar = query.now().isBefore(end) ? query.now().plusSeconds(1) : end;
        return new Cut(query.agency(), query.field(), begin, soFar.isBefore(begin) ? begin : soFar, query.narrowing());
    }
}
