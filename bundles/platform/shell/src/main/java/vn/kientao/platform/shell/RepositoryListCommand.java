package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.kientao.platform.api.module.Repositories.Source;
import vn.kientao.platform.api.text.Formats;

/** Where modules come from. */
@Service
@Command(
        scope = "repository",
        name = "list",
        description = "Lists where modules come from",
        detailedDescription = "classpath:help/repository-list.txt")
public final class RepositoryListCommand extends RepositoryAnswer {

    @Override
    void act() throws Exception {
        List<Source> all = repositories.sources();
        if (json) {
            printJson(all.stream().map(RepositoryAnswer::json).toList());
            return;
        }
        ShellTable table = table("source", List.of("name", "location", "added", "by"));
        for (Source source : all) {
            table.addRow()
                    .addContent(source.name(), source.location(), Formats.time(source.addedAt()), source.addedBy());
        }
        print(table);
    }
}
