package vn.kientao.platform.console.web;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/**
 * Whose modules the platform takes.
 *
 * @param present whether the room that knows is there
 * @param typed what a form that is shown again had been filled in with
 */
public record PublisherListModel(
        Page page,
        boolean present,
        boolean development,
        List<Key> keys,
        List<Pin> pins,
        List<Held> held,
        Typed typed,
        FormErrors errors,
        Optional<LocalText> refusal) {

    public PublisherListModel {
        keys = List.copyOf(keys);
        pins = List.copyOf(pins);
        held = List.copyOf(held);
    }

    /** A publisher's key. */
    public record Key(
            String fingerprint,
            String publisher,
            String algorithm,
            String period,
            Tag tag,
            String revocation,
            boolean revocable) {}

    /** The one publisher of a module. */
    public record Pin(String module, String publisher) {}

    /** A version that must not come, with all older ones. */
    public record Held(String module, String version, String reason, String at, String who) {}

    /** What was typed into the forms. */
    public record Typed(String publisher, String module, String version, String reason) {}
}
