package vn.kientao.platform.console.web;

import java.util.Optional;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Publication;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.console.app.Lookup;

/**
 * A module in a list.
 *
 * @param otherName in the language that the reader does not read
 * @param otherLanguage that language
 * @param off how many agencies it is off for
 * @param running what is being rolled out
 */
public record ModuleRow(
        String id,
        String name,
        String otherName,
        String otherLanguage,
        String description,
        String version,
        Tag tag,
        String problem,
        int off,
        String publication,
        Optional<RolloutStatus> running) {

    static ModuleRow of(ModuleStatus module, Lookup lookup, Texts texts) {
        boolean vietnamese = texts.locale().getLanguage().equals("vi");
        return new ModuleRow(
                module.id().value(),
                texts.get(module.name()),
                module.name().in(vietnamese ? TextBundle.ENGLISH : TextBundle.VIETNAMESE),
                vietnamese ? "en" : "vi",
                module.live().map(ModuleManifest::description).map(texts::get).orElse(""),
                Words.version(module.live().map(ModuleManifest::version)),
                Words.tag(module.state(), texts),
                texts.get(module.problem().orElse(LocalText.same(""))),
                module.off().size(),
                publication(lookup.modules().publication(module.id()), texts),
                lookup.running(module.id()));
    }

    static String publication(Publication publication, Texts texts) {
        return switch (publication.audience()) {
            case NOBODY -> texts.get("publication.NOBODY");
            case ALL -> texts.get("publication.ALL");
            case SOME ->
                texts.get(
                        "publication.count",
                        String.valueOf(publication.agencies().size()));
        };
    }
}
