package vn.kientao.reform.procedures.web.citizen;

import gg.jte.output.WriterOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.citizen.LifeEvents;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Procedures by what happens in life: each event leads to searches in the catalogue. */
@Component
public final class LifeEventPages implements ModuleRoutes {
    private final LifeEvents events;
    private final Templates templates = new StaticTemplates();

    @Activate
    public LifeEventPages(@Reference LifeEvents events) {
        this.events = events;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/life-events", Permission.ANYONE, this::list).menu("life.menu", "signpost-2", 15);
    }

    private Reply list(Request request) {
        LifeEventModel model = new LifeEventModel(request.page(), events.all());
        return Reply.page(
                request.page().text("life.title"),
                out -> templates.citizenLifeEvents(model).render(new WriterOutput(out)));
    }
}
