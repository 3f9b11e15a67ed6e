package vn.kientao.platform.console.app;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;

/**
 * What the catalogue (kho phân hệ) offers to one agency, and switching it on and off there. A module that is not offered
 * to the agency does not exist for its administrator.
 */
@Component(service = Catalogue.class)
public final class Catalogue {
    private final Modules modules;
    private final ModuleControl control;
    private final TextBundle texts = TextBundle.of(Catalogue.class);

    @Activate
    public Catalogue(@Reference Modules modules, @Reference ModuleControl control) {
        this.modules = modules;
        this.control = control;
    }

    /** The modules offered to the agency, in order of id. */
    public List<ModuleStatus> offeredTo(String agency) {
        return modules.all().stream()
                .filter(module -> modules.publication(module.id()).offeredTo(agency))
                .toList();
    }

    /**
     * The module in the address, as it is offered to the agency in the address.
     *
     * @throws ProblemException 404 when it is not offered there
     */
    public ModuleStatus offered(Request request) {
        String word = request.pathValue("module");
        return offeredTo(request.agency().code()).stream()
                .filter(module -> module.id().value().equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "not-offered", texts.text("catalogue.not-offered", word), LocalText.same(""))));
    }

    /**
     * Switches an offered module on or off for the agency in the address, and only there.
     *
     * @throws ProblemException 404 when it is not offered there
     * @throws vn.kientao.platform.api.module.ReleaseRefusedException when the kernel refuses
     */
    public void turn(Request request, boolean on) {
        ModuleId module = offered(request).id();
        String agency = request.agency().code();
        if (on) {
            control.enable(module, agency, request.actor());
        } else {
            control.disable(module, agency, request.actor());
        }
    }
}
