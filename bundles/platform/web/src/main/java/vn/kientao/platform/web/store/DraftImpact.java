package vn.kientao.platform.web.store;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ImpactSource;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.web.draft.Drafts;

/** Says how many half-filled forms (bản nháp) of a module the platform keeps. */
@Component
public final class DraftImpact implements ImpactSource {
    private static final String COUNT = """
            SELECT COUNT(form)
              FROM web.draft
             WHERE module = ?
            """;

    private final Database database;
    private final TextBundle texts = TextBundle.of(DraftImpact.class);

    /** @param drafts whose table this reads; there once the drafts are */
    @Activate
    public DraftImpact(@Reference Database database, @Reference Drafts drafts) {
        this.database = database;
    }

    @Override
    public List<Impact> impact(ModuleId module) {
        long count = database.read(h ->
                h.createQuery(COUNT).bind(0, module.value()).mapTo(Long.class).one());
        return List.of(new Impact(texts.text("impact.drafts"), count));
    }
}
