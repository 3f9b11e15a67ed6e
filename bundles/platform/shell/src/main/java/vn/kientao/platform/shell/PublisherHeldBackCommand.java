package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.module.Publishers.HeldBack;
import vn.kientao.platform.api.text.Formats;

/** Which versions must not come. */
@Service
@Command(
        scope = "publisher",
        name = "held-back",
        description = "Lists the versions that are held back",
        detailedDescription = "classpath:help/publisher-held-back.txt")
public final class PublisherHeldBackCommand extends Answer {

    @Reference
    private Publishers publishers;

    @Override
    void answer() throws Exception {
        if (json) {
            printJson(
                    publishers.heldBack().stream().map(PublisherJson::heldBack).toList());
            return;
        }
        ShellTable table = table("held", List.of("module", "version", "reason", "at", "by"));
        for (HeldBack held : publishers.heldBack()) {
            table.addRow().addContent(held.module(), held.version(), held.reason(), Formats.time(held.at()), held.by());
        }
        print(table);
    }
}
