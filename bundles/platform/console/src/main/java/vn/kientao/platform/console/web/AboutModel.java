package vn.kientao.platform.console.web;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.web.Page;

/**
 * What a module says of itself.
 *
 * @param manifest of the live release; empty while none is up
 * @param areas in the reader's words
 * @param permissions each with the roles that have it as shipped
 */
public record AboutModel(
        Page page,
        ModuleHead head,
        Optional<ModuleManifest> manifest,
        String since,
        List<String> areas,
        List<PermissionView> permissions) {

    public AboutModel {
        areas = List.copyOf(areas);
        permissions = List.copyOf(permissions);
    }

    /** A permission and its roles in words. */
    public record PermissionView(String name, String roles) {}
}
