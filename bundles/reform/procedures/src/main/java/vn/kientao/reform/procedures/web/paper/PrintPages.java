package vn.kientao.reform.procedures.web.paper;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.app.paper.PaperHead;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.app.paper.Register;
import vn.kientao.reform.procedures.app.printing.Printing;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.paper.PaperAgency;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.domain.paper.RegisterRow;
import vn.kientao.reform.procedures.domain.printing.PrintRun;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.PaperHeads;
import vn.kientao.reform.procedures.web.dossier.PersonalData;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Receipts of several dossiers at once, the register of a year, the list of results of a day. */
@Component
public final class PrintPages implements ModuleRoutes {
    private static final int YEARS = 5;
    private static final int LONGEST = 200;

    private final Dossiers dossiers;
    private final Papers papers;
    private final Register register;
    private final Letters letters;
    private final Printing printing;
    private final PaperHeads heads;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PrintPages(
            @Reference Dossiers dossiers,
            @Reference Papers papers,
            @Reference Register register,
            @Reference Letters letters,
            @Reference Printing printing,
            @Reference Agencies agencies) {
        this.dossiers = dossiers;
        this.papers = papers;
        this.register = register;
        this.letters = letters;
        this.printing = printing;
        this.heads = new PaperHeads(agencies);
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/print", DeskPermissions.PERSONAL_DATA, this::show).menu("paper.print.menu", "printer", 20);
        routes.post("/print/receipts", DeskPermissions.RECEIVE, this::receipts);
        routes.post("/print/agency", DeskPermissions.RECEIVE, this::say);
        routes.post("/print/register", DeskPermissions.PERSONAL_DATA, this::register);
        routes.post("/print/results", DeskPermissions.PERSONAL_DATA, this::results);
    }

    private Reply show(Request request) {
        return page(request, FormView.of(request.page(), Map.of()));
    }

    private Reply receipts(Request request) {
        FormErrors errors = new FormErrors();
        Stream<String> typed = Arrays.stream(field(request, "codes").split("[\\s,;]+"));
        List<String> codes = Stream.concat(typed, request.fieldAll("row").stream())
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        if (codes.isEmpty() || codes.size() > PrintRun.MOST) {
            errors.add("codes", Words.text("paper.print.how-many", "" + codes.size(), "" + PrintRun.MOST));
        }
        List<Dossier> found = errors.isEmpty() ? received(request, codes, errors) : List.of();
        if (!errors.isEmpty()) {
            return page(request, new FormView(request.page(), request.fields(), errors));
        }
        if (found.size() > PrintRun.A_PART) {
            return inTheBackground(request, found);
        }
        List<Letter> all = found.stream()
                .map(dossier -> PersonalData.inFull(request, dossier))
                .map(dossier -> papers.issue(
                                dossier, PaperKind.RECEIPT, heads.of(request, dossier), Words.doer(request))
                        .letter())
                .toList();
        return pdf("giay-tiep-nhan", all);
    }

    /** The dossiers of the codes; a code that is none, or of what is not received yet, is a mistake. */
    private List<Dossier> received(Request request, List<String> codes, FormErrors errors) {
        Map<String, Dossier> known = new LinkedHashMap<>();
        dossiers.all(request.agency().code(), codes)
                .forEach(one -> known.put(one.dossier().code().toString(), one.dossier()));
        Map<String, Dossier> found = new LinkedHashMap<>();
        for (String typed : codes) {
            String code = DossierCode.parse(typed).map(DossierCode::toString).orElse(typed);
            Optional<Dossier> dossier = Optional.ofNullable(known.get(code));
            dossier.ifPresentOrElse(
                    one -> found.put(code, one),
                    () -> errors.add("codes", Words.text("dossier.problem.not-found", typed)));
            dossier.filter(one -> one.status() == DossierStatus.REGISTERED)
                    .ifPresent(one -> errors.add("codes", Words.text("paper.print.not-received", typed)));
        }
        return List.copyOf(found.values());
    }

    private Reply inTheBackground(Request request, List<Dossier> found) {
        Page page = request.page();
        PaperHead head = heads.of(request);
        PrintRun wanted = new PrintRun(
                0,
                request.agency().code(),
                request.actor().account(),
                request.actor().name(),
                found.stream().map(dossier -> dossier.code().toString()).toList(),
                head.parent(),
                head.agency(),
                page.absolute(page.openLink("")),
                Words.now(request),
                0,
                List.of());
        return Reply.seeOther(page.link("/print/runs/" + printing.begin(wanted, Words.doer(request))));
    }

    private Reply say(Request request) {
        FormErrors errors = new FormErrors();
        Checks checks = new Checks(errors);
        String place = checks.required("paperPlace", field(request, "paperPlace"), LONGEST);
        String abbreviation = checks.required("abbreviation", field(request, "abbreviation"), 40);
        String phone = checks.optional("deskPhone", field(request, "deskPhone"), 40);
        String signsAs = checks.optional("signsAs", field(request, "signsAs"), LONGEST);
        String signer = checks.optional("signer", field(request, "signer"), LONGEST);
        if (!errors.isEmpty()) {
            return page(request, new FormView(request.page(), request.fields(), errors));
        }
        papers.say(new PaperAgency(place, abbreviation, phone, signsAs, signer), Words.doer(request));
        return Reply.seeOther(request.page().link("/print"))
                .flash(request.page().text("paper.print.said"));
    }

    private Reply register(Request request) {
        String agency = request.agency().code();
        LocalDate today = Words.now(request).toLocalDate();
        int year =
                field(request, "year").matches("20\\d\\d") ? Integer.parseInt(field(request, "year")) : today.getYear();
        String name = "so-theo-doi-" + agency + "-" + year;
        Optional<SheetFormat> format = request.field("format").flatMap(SheetFormat::of);
        if (format.isPresent()) {
            dossiers.taken(request.audit("procedures.export-register", "register", agency, "{\"year\":" + year + "}"));
            return Reply.download(
                    format.get().fileName(name),
                    format.get().contentType(),
                    out -> register.write(
                            agency, request.agency().name().vi(), year, format.get(), out, shown(request)));
        }
        Optional<Letter> letter = register.letter(
                agency,
                year,
                form(PaperKind.REGISTER, lastDay(year, today)),
                heads.of(request),
                papers.says(agency),
                today,
                shown(request));
        if (letter.isEmpty()) {
            FormErrors errors = new FormErrors();
            errors.add("year", Words.text("paper.register.too-long", "" + Register.MOST_PRINTED));
            return page(request, new FormView(request.page(), request.fields(), errors));
        }
        dossiers.taken(request.audit("procedures.export-register", "register", agency, "{\"year\":" + year + "}"));
        return pdf(name, List.of(letter.get()));
    }

    /** Whoever takes a register away has seen every dossier in it. */
    private static Consumer<RegisterRow> shown(Request request) {
        return row -> PersonalData.inRegister(request, row.code());
    }

    /** The form that was in force when the register was last written into. */
    private static LocalDate lastDay(int year, LocalDate today) {
        return year < today.getYear() ? LocalDate.of(year, 12, 31) : today;
    }

    private Reply results(Request request) {
        FormErrors errors = new FormErrors();
        Optional<LocalDate> day = new Checks(errors).day("resultDay", field(request, "resultDay"));
        if (day.isEmpty()) {
            return page(request, new FormView(request.page(), request.fields(), errors));
        }
        String agency = request.agency().code();
        Letter letter = register.handedOver(
                agency,
                day.get(),
                form(PaperKind.HAND_OVER_LIST, day.get()),
                heads.of(request),
                papers.says(agency),
                shown(request));
        dossiers.taken(
                request.audit("procedures.export-results", "register", agency, "{\"day\":\"" + day.get() + "\"}"));
        return pdf("ban-giao-ket-qua-" + day.get(), List.of(letter));
    }

    private PaperForm form(PaperKind kind, LocalDate day) {
        return papers.form(kind, day)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "paper-not-found", Words.text("paper.no-form"), Words.text("paper.no-form.do"))));
    }

    private Reply pdf(String name, List<Letter> all) {
        byte[] file = letters.pdf(all);
        return Reply.download(name + ".pdf", "application/pdf", out -> out.write(file))
                .shownInline();
    }

    private Reply page(Request request, FormView form) {
        Page page = request.page();
        LocalDate today = Words.now(request).toLocalDate();
        PrintModel model = new PrintModel(
                page,
                papers.says(request.agency().code()),
                IntStream.range(0, YEARS)
                        .mapToObj(back -> today.getYear() - back)
                        .toList(),
                Formats.date(today),
                form);
        return Reply.page(
                        page.text("paper.print.title"),
                        out -> templates.proceduresPrint(model).render(new WriterOutput(out)))
                .status(form.errors().isEmpty() ? 200 : 422);
    }

    private static String field(Request request, String name) {
        return request.field(name).orElse("");
    }
}
