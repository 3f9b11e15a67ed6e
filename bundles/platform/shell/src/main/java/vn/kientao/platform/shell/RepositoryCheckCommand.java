package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.kientao.platform.api.module.Repositories.Catalogue;
import vn.kientao.platform.api.module.Repositories.Offer;

/** What a source offers. */
@Service
@Command(
        scope = "repository",
        name = "check",
        description = "Shows what a source offers, and what of it is new",
        detailedDescription = "classpath:help/repository-check.txt")
public final class RepositoryCheckCommand extends RepositoryAnswer {

    @Argument(name = "NAME", description = "Name of the source", required = true, multiValued = true)
    private List<String> arguments;

    @Override
    void act() throws Exception {
        Catalogue catalogue = repositories.check(argument(arguments));
        if (json) {
            printJson(catalogue.offers().stream().map(RepositoryAnswer::json).toList());
            return;
        }
        ShellTable table = table("offer", List.of("module", "version", "name", "standing", "publisher", "obstacle"));
        for (Offer offer : catalogue.offers()) {
            table.addRow()
                    .addContent(
                            offer.module(),
                            offer.version(),
                            words().get(offer.name()),
                            say("shell.standing." + offer.standing()),
                            offer.publisher().isEmpty() ? "–" : offer.publisher(),
                            offer.obstacle().map(words()::get).orElse(""));
        }
        print(table);
    }
}
