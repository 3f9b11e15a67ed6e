package vn.kientao.platform.security.web;

import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.security.store.TokenRepository.StoredToken;

/**
 * Access tokens: one's own, or everybody's for administrators.
 *
 * @param base where the forms of the page go
 * @param shown a token that was made a moment ago, shown this once; empty otherwise
 * @param offered permissions that a token may be given
 * @param agencies codes of the agencies that it may be limited to
 * @param typed what was typed into the form
 */
public record TokensModel(
        Page page,
        String base,
        List<Row> tokens,
        String next,
        String shown,
        List<String> offered,
        List<String> agencies,
        Map<String, String> typed,
        FormErrors errors) {

    public boolean everybodys() {
        return base.startsWith("/admin/");
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** A token as people see it. */
    public record Row(
            String id,
            long account,
            String login,
            String name,
            String scopes,
            String agency,
            String expires,
            String used) {
        static Row of(StoredToken token, String login) {
            return new Row(
                    token.id(),
                    token.account(),
                    login,
                    token.name(),
                    String.join(", ", token.scopes().stream().sorted().toList()),
                    token.agency().orElse(""),
                    Formats.time(token.expiresAt()),
                    token.used() ? Formats.time(token.usedAt()) : "");
        }
    }
}
