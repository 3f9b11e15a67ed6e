package vn.kientao.reform.procedures.shell;

import java.io.PrintStream;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.shell.ModuleCommand;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.catalogue.SearchQuery;
import vn.kientao.reform.procedures.app.catalogue.SearchResult;

/** {@code procedure:list [WORDS]}: the procedures that match the words best. */
@Component
public final class ListCommand implements ModuleCommand {
    private static final int MOST = 50;

    private final Catalogue catalogue;
    private final TextBundle bundle = TextBundle.of(ListCommand.class);

    @Activate
    public ListCommand(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "procedure:list";
    }

    @Override
    public LocalText help() {
        return bundle.text("catalogue.shell.list-help");
    }

    @Override
    public void run(List<String> arguments, PrintStream out, Actor by) {
        SearchResult result = catalogue.search(SearchQuery.of(String.join(" ", arguments)), 0, MOST);
        result.hits()
                .forEach(entry -> out.printf(
                        "%-24s %s (%s)%n",
                        entry.code(), entry.summary().name(), entry.summary().field()));
        out.println(bundle.in(TextBundle.VIETNAMESE)
                .get("catalogue.shell.listed", String.valueOf(result.hits().size()), String.valueOf(result.total())));
    }
}
