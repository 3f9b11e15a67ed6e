package vn.kientao.platform.security.web;

import java.util.List;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Request;

/**
 * What one has lent, and in whose place one may act.
 *
 * @param actingFor name of the person in whose place one acts now; empty otherwise
 * @param open by which one may act today
 * @param own what one has lent
 * @param posts what one could lend
 * @param colleagues to whom
 */
public record DelegationsModel(
        Page page,
        String actingFor,
        List<DelegationView> open,
        List<DelegationView> own,
        List<Choice> posts,
        List<Choice> colleagues,
        Typed typed,
        FormErrors errors) {

    /** One of several to choose from. */
    public record Choice(long id, String words) {}

    /** The form as it was typed. */
    public record Typed(String post, String delegate, String from, String to, String reason) {
        static Typed of(Request request, String today) {
            return new Typed(
                    request.field("post").orElse(""),
                    request.field("delegate").orElse(""),
                    request.field("from").orElse(today),
                    request.field("to").orElse(""),
                    request.field("reason").orElse(""));
        }
    }

    public String described(String field, boolean hint) {
        String error = errors.of(field).isPresent() ? field + "-error" : "";
        return (hint ? field + "-hint " : "") + error;
    }
}
