package vn.kientao.platform.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.Formats;

/** Takes the modules of a publisher from now on. */
@Service
@Command(
        scope = "publisher",
        name = "trust",
        description = "Trusts a publisher: takes modules signed with this key",
        detailedDescription = "classpath:help/publisher-trust.txt")
public final class PublisherTrustCommand extends Answer {

    @Argument(index = 0, name = "NAME", description = "Name of the publisher", required = true)
    private String name;

    @Argument(
            index = 1,
            name = "FILE",
            description = "Path of the certificate (PEM or DER), on the server",
            required = true,
            multiValued = true)
    @Completion(FilePaths.class)
    private List<String> rest;

    @Reference
    private Publishers publishers;

    @Override
    void answer() throws Exception {
        Path path = FilePaths.path(argument(rest));
        if (!Files.isRegularFile(path)) {
            throw new CommandFailedException(say("shell.no-file", path));
        }
        PublisherKey key = trust(path);
        if (json) {
            printJson(PublisherJson.key(key));
        } else {
            out().println(say("shell.trusted", key.publisher(), key.fingerprint(), Formats.time(key.notAfter())));
        }
    }

    private PublisherKey trust(Path path) throws CommandFailedException {
        try (InputStream certificate = Files.newInputStream(path)) {
            return publishers.trust(name, certificate, Actor.system("shell"));
        } catch (IOException e) {
            throw new CommandFailedException(say("shell.unreadable-file", path), e);
        }
    }
}
