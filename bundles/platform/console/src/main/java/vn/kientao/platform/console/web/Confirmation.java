package vn.kientao.platform.console.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/**
 * A page that asks before something weighty: what will happen, a button, a way out.
 *
 * @param consequences what will happen and what will not, one sentence each
 * @param action where the form posts
 * @param hidden what the form brings along
 * @param ask what must be typed first
 * @param danger whether it destroys something
 * @param back where the way out leads
 * @param refusal why it was refused just now
 */
public record Confirmation(
        Page page,
        String title,
        String lead,
        List<String> consequences,
        String action,
        Map<String, String> hidden,
        Optional<Ask> ask,
        String button,
        boolean danger,
        String back,
        Optional<LocalText> refusal,
        FormErrors errors) {

    public Confirmation {
        consequences = List.copyOf(consequences);
    }

    /** A field that must be filled in. */
    public record Ask(String name, String label, String hint, String value) {}
}
