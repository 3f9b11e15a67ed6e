package vn.kientao.platform.web.route;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.text.TextBundle;

/**
 * Whose routes they are, with what belongs to that owner alone: its texts and its JSON mapper, which remembers its
 * classes.
 *
 * @param id module id, or the last word of the platform room's bundle
 * @param manifest what the release says of itself; empty for a platform room
 */
public record RouteOwner(String id, Optional<ModuleManifest> manifest, TextBundle texts, ObjectMapper json) {

    public RouteOwner {
        requireNonNull(id, "id");
        requireNonNull(manifest, "manifest");
        requireNonNull(texts, "texts");
        requireNonNull(json, "json");
    }
}
