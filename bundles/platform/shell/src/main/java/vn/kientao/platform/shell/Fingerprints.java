package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.module.Publishers;

/** Completes the fingerprint of a key that is trusted. */
@Service
public final class Fingerprints implements Completer {

    @Reference
    private Publishers publishers;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> fingerprints = publishers.keys().stream()
                .filter(key -> key.revokedAt().isEmpty())
                .map(PublisherKey::fingerprint)
                .toList();
        return new StringsCompleter(fingerprints).complete(session, line, candidates);
    }
}
