package vn.kientao.platform.shell;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.security.Actor;

/** Trusts a key no longer. */
@Service
@Command(
        scope = "publisher",
        name = "revoke",
        description = "Trusts a key no longer; what was signed with it does not start again",
        detailedDescription = "classpath:help/publisher-revoke.txt")
public final class PublisherRevokeCommand extends ReasonAnswer {

    @Argument(name = "FINGERPRINT", description = "Fingerprint of the key", required = true, multiValued = true)
    @Completion(Fingerprints.class)
    private List<String> arguments;

    @Reference
    private Publishers publishers;

    @Override
    void answer() throws Exception {
        String fingerprint = argument(arguments);
        publishers.revoke(fingerprint, reason(), Actor.system("shell"));
        if (json) {
            printJson(Map.of("fingerprint", fingerprint, "revoked", true));
        } else {
            out().println(say("shell.revoked", fingerprint));
        }
    }
}
