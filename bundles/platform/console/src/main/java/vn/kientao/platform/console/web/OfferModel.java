package vn.kientao.platform.console.web;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Page;

/**
 * A module that the catalogue offers to an agency, with what switching it on or off means there.
 *
 * @param prerequisites what must be so before it works
 * @param effects what will happen
 * @param permissions who may do what as shipped
 */
public record OfferModel(
        Page page,
        CatalogueModel.Row module,
        List<String> areas,
        List<String> prerequisites,
        List<String> effects,
        List<AboutModel.PermissionView> permissions,
        String address,
        Optional<LocalText> refusal) {

    public OfferModel {
        areas = List.copyOf(areas);
        prerequisites = List.copyOf(prerequisites);
        effects = List.copyOf(effects);
        permissions = List.copyOf(permissions);
    }
}
