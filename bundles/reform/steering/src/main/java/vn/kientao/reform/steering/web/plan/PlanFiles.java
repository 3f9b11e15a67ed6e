package vn.kientao.reform.steering.web.plan;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFiles;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** A plan as files: its lines as a sheet, and the document that goes out with a signature. */
@Component
public final class PlanFiles implements ModuleRoutes {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String ONE = "/plans/{plan}";

    private final PlanDoor door;
    private final TableFiles files;
    private final Letters letters;

    @Activate
    public PlanFiles(@Reference PlanDoor door, @Reference TableFiles files, @Reference Letters letters) {
        this.door = door;
        this.files = files;
        this.letters = letters;
    }

    @Override
    public void staff(Routes routes) {
        files.offerSheets(routes, ONE + "/items", SteeringPermissions.READ, this::items);
        files.offerSheets(routes, ONE + "/template", SteeringPermissions.PLAN, this::template);
        routes.get(ONE + "/paper.docx", SteeringPermissions.READ, this::docx);
        routes.get(ONE + "/paper.pdf", SteeringPermissions.READ, this::pdf);
    }

    private TableFile items(Request request) {
        Plans.View view = door.find(request);
        return sheet(request, view).of(view.items());
    }

    private TableFile template(Request request) {
        return sheet(request, door.own(request)).template();
    }

    private PlanSheet sheet(Request request, Plans.View view) {
        return new PlanSheet(
                new AgencyNames(door.agencies(), request.page()), view.plan(), door.terms(PlanDoor.today(request)));
    }

    private Reply docx(Request request) {
        Plans.View view = door.find(request);
        byte[] file = letters.docx(letter(request, view));
        return Reply.download(PlanPaper.file(view.plan()) + ".docx", DOCX, out -> out.write(file));
    }

    private Reply pdf(Request request) {
        Plans.View view = door.find(request);
        byte[] file = letters.pdf(List.of(letter(request, view)));
        return Reply.download(PlanPaper.file(view.plan()) + ".pdf", "application/pdf", out -> out.write(file))
                .shownInline();
    }

    private Letter letter(Request request, Plans.View view) {
        LetterHead usual = files.head(request, request.page().text("plan.paper.place"));
        return new PlanPaper(door.terms(PlanDoor.today(request)), door.agencies())
                .letter(view.plan(), view.items().stream().map(PlanItem::words).toList(), usual.place(), usual.day());
    }
}
