package vn.kientao.platform.shell;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.Publication;
import vn.kientao.platform.api.module.Publication.Audience;
import vn.kientao.platform.api.security.Actor;

/** Offers a module in the catalogue of agencies. */
@Service
@Command(
        scope = "module",
        name = "publish",
        description = "Chooses which agencies may switch a module on and off themselves",
        detailedDescription = "classpath:help/module-publish.txt")
public final class ModulePublishCommand extends Answer {

    @Argument(name = "ID", description = "Module id", required = true, multiValued = true)
    @Completion(ModuleIds.class)
    private List<String> arguments;

    @Option(name = "--to", description = "all, nobody, or agency codes joined by +")
    @Nullable
    private String to;

    @Reference
    private ModuleControl control;

    @Override
    void answer() throws Exception {
        String id = argument(arguments);
        Publication publication = publication();
        control.publish(moduleId(id), publication, Actor.system("shell"));
        if (json) {
            printJson(Map.of(
                    "module",
                    id,
                    "audience",
                    publication.audience().name(),
                    "agencies",
                    new TreeSet<>(publication.agencies())));
        } else {
            out().println(say("shell.published", id, say("shell.audience." + publication.audience())));
        }
    }

    private Publication publication() throws CommandFailedException {
        String asked = to;
        if (asked == null) {
            throw new CommandFailedException(say("shell.no-to"));
        }
        return switch (asked.toLowerCase(Locale.ROOT)) {
            case "all" -> new Publication(Audience.ALL, Set.of());
            case "nobody" -> new Publication(Audience.NOBODY, Set.of());
            default -> some(asked);
        };
    }

    private Publication some(String asked) throws CommandFailedException {
        Set<String> codes = Stream.of(asked.split("[+,]"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        if (codes.isEmpty()) {
            throw new CommandFailedException(say("shell.no-to"));
        }
        return new Publication(Audience.SOME, codes);
    }

    @Override
    boolean option(String word, Iterator<String> rest) {
        if (word.equals("--to") && rest.hasNext()) {
            to = rest.next();
            return true;
        }
        return super.option(word, rest);
    }
}
