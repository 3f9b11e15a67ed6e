package vn.kientao.platform.api.notice;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.LocalText;

/**
 * Something that a person who can sign in has to know.
 *
 * @param account the account id of the reader
 * @param kind {@code <module>.<word>}, such as {@code procedures.petition-assigned}
 * @param text one sentence, without personal data of third persons
 * @param link where to deal with it: a path of this site
 */
public record Notice(String account, String kind, LocalText text, String link) {

    public Notice {
        requireNonNull(account, "account");
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
        requireNonNull(link, "link");
        if (account.isBlank()) {
            throw new IllegalArgumentException("a notice needs a reader");
        }
        if (!link.startsWith("/") || link.startsWith("//")) {
            throw new IllegalArgumentException("link '" + link + "' (expected: a path of this site)");
        }
    }
}
