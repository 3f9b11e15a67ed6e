package vn.kientao.reform.procedures.web.petition;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.petition.PetitionRegister;
import vn.kientao.reform.procedures.app.petition.Petitions;
import vn.kientao.reform.procedures.domain.petition.PetitionRow;

/** Petitions for programs. */
@Component
public final class PetitionApi implements ModuleRoutes {
    private static final int PAGE = 50;

    private final Petitions petitions;
    private final PetitionRegister register;

    @Activate
    public PetitionApi(@Reference Petitions petitions, @Reference PetitionRegister register) {
        this.petitions = petitions;
        this.register = register;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/petitions", PetitionPermissions.READ, this::list)
                .summary("petition.api.list")
                .query("view", "state", "kind", "q", "after")
                .returns(PetitionJson.Listing.class);
        routes.get("/petitions/{id}", PetitionPermissions.READ, this::show)
                .summary("petition.api.show")
                .returns(PetitionJson.class)
                .versioned();
    }

    private Reply list(Request request) {
        PetitionListForm form = new PetitionListForm(request);
        List<PetitionRow> rows = register.page(form.filter(), form.after(), PAGE + 1).stream()
                .map(Senders.of(request)::of)
                .toList();
        boolean more = rows.size() > PAGE;
        List<PetitionRow> shown = more ? rows.subList(0, PAGE) : rows;
        return Reply.json(new PetitionJson.Listing(
                shown.stream().map(PetitionJson.Row::of).toList(),
                more ? shown.get(PAGE - 1).listKey() : null));
    }

    private Reply show(Request request) {
        String id = request.pathValue("id");
        return Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> petitions.find(request.agency().code(), Long.parseLong(text)))
                .map(Senders.of(request)::of)
                .map(petition -> Reply.json(PetitionJson.of(petition)).version(petition.version()))
                .orElseThrow(() -> PetitionWords.notFound(id));
    }
}
