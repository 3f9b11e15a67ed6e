package vn.kientao.platform.console.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Publication;
import vn.kientao.platform.api.text.LocalText;

/**
 * A module for programs.
 *
 * @param retained versions that can be gone back to, newest first
 * @param off codes of the agencies that it is off for
 */
public record ModuleJson(
        String id,
        LocalText name,
        String state,
        Optional<String> version,
        Optional<Instant> since,
        List<String> retained,
        List<String> off,
        PublicationJson publication,
        Optional<LocalText> problem) {

    static ModuleJson of(ModuleStatus module, Publication publication) {
        return new ModuleJson(
                module.id().value(),
                module.name(),
                module.state().name(),
                module.live().map(live -> live.version().toString()),
                module.liveSince(),
                module.retained().stream().map(Version::toString).toList(),
                module.off().stream().sorted().toList(),
                PublicationJson.of(publication),
                module.problem());
    }

    /** @param audience {@code NOBODY}, {@code SOME} or {@code ALL} */
    public record PublicationJson(String audience, List<String> agencies) {

        static PublicationJson of(Publication publication) {
            return new PublicationJson(
                    publication.audience().name(),
                    publication.agencies().stream().sorted().toList());
        }
    }
}
