package vn.kientao.platform.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.console.app.Lookup;

/** Takes a module's jar and leads to its plan; one that is refused leaves nothing behind. */
@Component(service = PlatformRoutes.class)
public final class UploadPages implements PlatformRoutes {
    /** What a form with a module may hold in all; the kernel takes less. */
    public static final long MOST_BYTES = 64L << 20;

    private final Lookup lookup;
    private final ModuleControl control;

    @Activate
    public UploadPages(@Reference Lookup lookup, @Reference ModuleControl control) {
        this.lookup = lookup;
        this.control = control;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin/modules/upload", Permission.ADMINISTER, request -> form(request, new FormErrors()));
        routes.post("/admin/modules/upload", Permission.ADMINISTER, this::plan).uploads(MOST_BYTES);
    }

    Reply plan(Request request) {
        FormErrors errors = new FormErrors();
        Optional<Upload> jar = request.upload("file").filter(upload -> upload.size() > 0);
        if (jar.isEmpty()) {
            errors.add("file", lookup.texts().text("upload.no-file"));
            return form(request, errors);
        }
        try (InputStream in = jar.get().open()) {
            Plan plan = control.plan(in, request.actor());
            return Reply.seeOther("/admin/plans/" + plan.id());
        } catch (ReleaseRefusedException e) {
            errors.add("file", e.reason());
            return form(request, errors);
        } catch (IOException e) {
            throw new UncheckedIOException("the uploaded file cannot be read", e);
        }
    }

    private static Reply form(Request request, FormErrors errors) {
        UploadModel model = new UploadModel(request.page(), errors);
        return Pages.of(request.page().text("upload.title"), Pages.TEMPLATES.consoleUpload(model))
                .status(errors.isEmpty() ? 200 : 422)
                .crumbs(Pages.modulesCrumb(request.page()));
    }
}
