package vn.kientao.platform.api.web;

import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Texts;

/**
 * What a template needs beside its model: words, links, tokens. Every form posts {@code _csrf} = {@link #csrfToken()};
 * a form that creates something also posts {@link #onceField()} = {@link #once()}.
 */
@ProviderType
public interface Page {

    /** The texts of the bundle whose page this is. */
    Texts texts();

    default Locale locale() {
        return texts().locale();
    }

    default String text(String key, Object... arguments) {
        return texts().get(key, arguments);
    }

    /** The address of a path of this module in the same zone: {@code link("/dossiers")} → {@code /STP2/procedures/dossiers}. */
    String link(String path);

    /** The address of a path of this module in the public zone. */
    String openLink(String path);

    /** The whole address with scheme and host, for QR codes and letters. */
    String absolute(String address);

    /** The present address with one query parameter set to {@code value}, or taken away when it is empty; paging starts anew. */
    String with(String parameter, String value);

    /** The present address with path and query. */
    String here();

    String csrfToken();

    /** The name of the hidden field that carries {@link #once()}. */
    default String onceField() {
        return "_once";
    }

    /** A fresh random key for a form, see {@link Request#idempotencyKey()}. When the form is shown again, the same key. */
    String once();

    /** Where the browser saves the half-filled form. */
    String draftUrl(String form);

    /** The address of a platform asset, with its hash in it: {@code asset("kientao.css")}. */
    String asset(String name);

    /** Whether the reader may do this in the agency of the page. */
    boolean can(Permission permission);

    /** Code of the agency of the page. */
    Optional<String> agencyCode();
}
