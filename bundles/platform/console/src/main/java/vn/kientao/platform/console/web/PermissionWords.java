package vn.kientao.platform.console.web;

import java.util.stream.Collectors;
import vn.kientao.platform.api.module.ModuleManifest.DeclaredPermission;
import vn.kientao.platform.api.text.Texts;

/** A module's permission with the roles that have it, in words. */
final class PermissionWords {
    private PermissionWords() {}

    static AboutModel.PermissionView of(DeclaredPermission declared, Texts texts) {
        String roles = declared.roles().stream()
                .map(role -> texts.get("role." + role))
                .sorted()
                .collect(Collectors.joining("; "));
        return new AboutModel.PermissionView(
                declared.permission().name(), roles.isEmpty() ? texts.get("role.nobody") : roles);
    }
}
