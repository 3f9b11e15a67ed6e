package vn.kientao.platform.web.route;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ImpactSource;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.text.TextBundle;

/** Says how many pages and program addresses the newest release of a module has. */
@Component
public final class PageImpact implements ImpactSource {
    private final ReleaseTables tables;
    private final TextBundle texts = TextBundle.of(PageImpact.class);

    @Activate
    public PageImpact(@Reference ReleaseTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Impact> impact(ModuleId module) {
        Optional<RouteTable> table = tables.newest(module);
        return table.isEmpty()
                ? List.of()
                : List.of(new Impact(
                        texts.text("impact.routes"), table.get().routes().size()));
    }
}
