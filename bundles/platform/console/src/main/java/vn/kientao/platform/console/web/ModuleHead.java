package vn.kientao.platform.console.web;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.console.app.Lookup;

/**
 * What stands on top of every page about one module: name, state, tabs.
 *
 * @param tab the tab that is shown: about, history, health, agencies
 * @param returnable whether there is a version to go back to
 * @param refusal why an act was refused just now
 */
public record ModuleHead(Page page, ModuleRow module, String tab, boolean returnable, Optional<LocalText> refusal) {

    /** The tabs in order: the last word of the address is the key of its text. */
    public static final List<String> TABS = List.of("about", "history", "health", "agencies");

    static ModuleHead of(Page page, ModuleStatus module, String tab, Lookup lookup, Optional<LocalText> refusal) {
        Texts texts = page.texts();
        return new ModuleHead(
                page,
                ModuleRow.of(module, lookup, texts),
                tab,
                !module.retained().isEmpty(),
                refusal);
    }

    public String address() {
        return "/admin/modules/" + module.id();
    }

    public String address(String other) {
        return other.equals("about") ? address() : address() + "/" + other;
    }
}
