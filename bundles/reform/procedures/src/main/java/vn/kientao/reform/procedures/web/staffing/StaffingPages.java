package vn.kientao.reform.procedures.web.staffing;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.staffing.DeskStaff;
import vn.kientao.reform.procedures.domain.staffing.FeeNote;
import vn.kientao.reform.procedures.domain.staffing.Posting;
import vn.kientao.reform.procedures.web.report.ReportPermissions;
import vn.kientao.reform.procedures.web.sheet.TableFiles;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The register of desk staff: who is there, what is not met, whose term ends soon. */
@Component
public final class StaffingPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(StaffingPages.class);
    private static final Permission KEEP = new Permission("procedures.rate");
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    private final DeskStaff staff;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public StaffingPages(@Reference DeskStaff staff, @Reference TableFiles files) {
        this.staff = staff;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/staffing", ReportPermissions.REPORT, this::list).menu("staffing.menu", "people", 66);
        files.offer(routes, "/staffing", ReportPermissions.REPORT, this::table);
        routes.get("/staffing/new", KEEP, this::blank);
        routes.post("/staffing/new", KEEP, this::add);
        routes.post("/staffing/fees", KEEP, this::note);
        routes.get("/staffing/postings/{id}", KEEP, this::edit);
        routes.post("/staffing/postings/{id}", KEEP, this::change);
    }

    private Reply list(Request request) {
        return list(request, new FormView(request.page(), Map.of(), new FormErrors()), 200);
    }

    private Reply list(Request request, FormView fees, int status) {
        StaffingModel model = model(request);
        return Reply.page(
                        request.page().text("staffing.title"),
                        out -> templates.staffingStaffing(model, fees).render(new WriterOutput(out)))
                .status(status);
    }

    private StaffingModel model(Request request) {
        LocalDate today = today(request);
        boolean past = request.query("past").isPresent();
        String agency = request.agency().code();
        return new StaffingModel(
                request.page(),
                staff.from(agency, past ? LONG_AGO : today),
                staff.rules(today),
                staff.feeNotes(agency),
                today,
                past,
                KEEP);
    }

    private Reply blank(Request request) {
        return form(request, new FormView(request.page(), Map.of("grade", "SPECIALIST"), new FormErrors()), 0);
    }

    private Reply.View form(Request request, FormView form, long id) {
        Page page = request.page();
        return Reply.page(
                        page.text(id == 0 ? "staffing.new" : "staffing.edit"),
                        out -> templates.staffingPosting(form, id).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("staffing.title"), page.link("/staffing")));
    }

    private Reply add(Request request) {
        FormErrors errors = new FormErrors();
        Optional<Posting> posting = new PostingForm(request, errors).posting(0);
        if (posting.isEmpty()) {
            return form(request, new FormView(request.page(), request.fields(), errors), 0)
                    .status(422);
        }
        String agency = request.agency().code();
        staff.add(
                agency,
                posting.get(),
                request.idempotencyKey().map(key -> request.actor().account() + " " + key),
                request.audit("procedures.posting-add", "desk-posting", agency, detail(posting.get())));
        return Reply.seeOther(request.page().link("/staffing"))
                .flash(request.page().text("staffing.saved"));
    }

    private Reply edit(Request request) {
        Posting posting = find(request);
        return form(request, new FormView(request.page(), PostingForm.values(posting), new FormErrors()), posting.id());
    }

    private Reply change(Request request) {
        FormErrors errors = new FormErrors();
        Posting before = find(request);
        Optional<Posting> posting = new PostingForm(request, errors).posting(before.id());
        if (posting.isEmpty()) {
            return form(request, new FormView(request.page(), request.fields(), errors), before.id())
                    .status(422);
        }
        String agency = request.agency().code();
        try {
            staff.change(
                    agency,
                    posting.get(),
                    request.audit("procedures.posting-change", "desk-posting", "" + before.id(), "")
                            .changing(detail(before), detail(posting.get())));
        } catch (StaleRecordException e) {
            return stale(request, before);
        }
        return Reply.seeOther(request.page().link("/staffing"))
                .flash(request.page().text("staffing.saved"));
    }

    /** What somebody else wrote meanwhile, with the fields as they are now. */
    private Reply stale(Request request, Posting now) {
        FormErrors errors = new FormErrors();
        errors.add("person", TEXTS.text("staffing.error.stale", now.person(), now.desk(), Formats.date(now.to())));
        return form(request, new FormView(request.page(), PostingForm.values(now), errors), now.id())
                .status(409);
    }

    private Reply note(Request request) {
        FormErrors errors = new FormErrors();
        Optional<FeeNote> fee = new PostingForm(request, errors).feeNote();
        if (fee.isEmpty()) {
            return list(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        String agency = request.agency().code();
        String detail = "{\"year\":" + fee.get().year() + ",\"quarter\":"
                + fee.get().quarter() + ",\"amount\":" + fee.get().amount() + "}";
        staff.note(
                agency,
                fee.get(),
                request.actor().account(),
                request.audit("procedures.fee-note", "desk-fee", agency, detail));
        return Reply.seeOther(request.page().link("/staffing"))
                .flash(request.page().text("staffing.saved"));
    }

    private TableFile table(Request request) {
        return new StaffingFile(model(request)).table(request.agency().code());
    }

    private Posting find(Request request) {
        String id = request.pathValue("id");
        Optional<Posting> posting =
                id.matches("\\d{1,18}") ? staff.find(request.agency().code(), Long.parseLong(id)) : Optional.empty();
        return posting.orElseThrow(() -> new ProblemException(new Problem(
                404,
                "posting-not-found",
                TEXTS.text("staffing.problem.none", id),
                TEXTS.text("staffing.problem.none.do"))));
    }

    private static String detail(Posting posting) {
        return "{\"reserve\":" + posting.reserve() + ",\"grade\":\"" + posting.grade() + "\",\"years\":"
                + posting.years() + ",\"good\":" + posting.ratedGood() + ",\"from\":\"" + posting.from()
                + "\",\"to\":\"" + posting.to() + "\"}";
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.now(), Formats.ZONE);
    }
}
