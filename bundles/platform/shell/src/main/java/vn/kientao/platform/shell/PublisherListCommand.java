package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.text.Formats;

/** Whose modules are taken. */
@Service
@Command(
        scope = "publisher",
        name = "list",
        description = "Lists the keys of publishers and the modules that are bound to one",
        detailedDescription = "classpath:help/publisher-list.txt")
public final class PublisherListCommand extends Answer {

    @Reference
    private Publishers publishers;

    @Override
    void answer() throws Exception {
        if (json) {
            printJson(PublisherJson.all(publishers));
            return;
        }
        ShellTable keys = table("key", List.of("publisher", "fingerprint", "algorithm", "until", "added", "revoked"));
        for (PublisherKey key : publishers.keys()) {
            keys.addRow()
                    .addContent(
                            key.publisher(),
                            key.fingerprint(),
                            key.algorithm(),
                            Formats.time(key.notAfter()),
                            Formats.time(key.addedAt()),
                            key.revokedAt().map(Formats::time).orElse("–")
                                    + key.revocation()
                                            .map(reason -> " " + reason)
                                            .orElse(""));
        }
        print(keys);
        ShellTable pins = table("pin", List.of("module", "publisher"));
        publishers.pins().forEach((module, publisher) -> pins.addRow().addContent(module, publisher));
        print(pins);
        if (publishers.development()) {
            out().println(say("shell.development"));
        }
    }
}
