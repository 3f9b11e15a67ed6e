package vn.kientao.reform.procedures.web.printing;

import gg.jte.output.WriterOutput;
import java.io.InputStream;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.printing.Printing;
import vn.kientao.reform.procedures.domain.printing.PrintRun;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.PersonalData;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Receipts of many dossiers: how far they are, and their files, for whoever asked for them. */
@Component
public final class PrintRunPages implements ModuleRoutes {
    private final Printing printing;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PrintRunPages(@Reference Printing printing) {
        this.printing = printing;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/print/runs/{run}", DeskPermissions.RECEIVE, this::show);
        routes.get("/print/runs/{run}/status", DeskPermissions.RECEIVE, this::status);
        routes.get("/print/runs/{run}/parts/{part}", DeskPermissions.RECEIVE, this::part);
    }

    private Reply show(Request request) {
        Page page = request.page();
        PrintRunModel model = model(request);
        return Reply.page(
                        page.text("printing.title"),
                        out -> templates.printingRun(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("paper.print.title"), page.link("/print")));
    }

    /** What the page asks every second while parts are to come. */
    private Reply status(Request request) {
        PrintRunModel model = model(request);
        return Reply.json(Map.of(
                "state", model.running() ? "running" : "done",
                "progress", model.percent(),
                "message", model.doing()));
    }

    /** Whoever fetches a part has seen every person in it. */
    private Reply part(Request request) {
        PrintRun run = run(request);
        String number = request.pathValue("part");
        PrintRun.Part part = run.parts().stream()
                .filter(one -> number.equals("" + one.number()))
                .findFirst()
                .orElseThrow(PrintRunPages::gone);
        run.of(part.number()).forEach(code -> PersonalData.inRegister(request, code));
        return Reply.download("giay-tiep-nhan-" + run.id() + "-" + part.number() + ".pdf", "application/pdf", out -> {
                    try (InputStream file = printing.file(part)) {
                        file.transferTo(out);
                    }
                })
                .shownInline();
    }

    private PrintRunModel model(Request request) {
        PrintRun run = run(request);
        return new PrintRunModel(request.page(), run, printing.job(run));
    }

    private PrintRun run(Request request) {
        String id = request.pathValue("run");
        if (!id.matches("\\d{1,18}")) {
            throw gone();
        }
        return printing.find(request.agency().code(), request.actor().account(), Long.parseLong(id))
                .orElseThrow(PrintRunPages::gone);
    }

    private static ProblemException gone() {
        return new ProblemException(
                new Problem(404, "print-run-not-found", Words.text("printing.gone"), Words.text("printing.gone.do")));
    }
}
