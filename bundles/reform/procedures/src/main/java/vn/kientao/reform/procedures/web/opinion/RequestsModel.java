package vn.kientao.reform.procedures.web.opinion;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.opinion.OpinionRequest;

/**
 * What the agency is asked, or was.
 *
 * @param names code of an agency → its name
 */
public record RequestsModel(
        Page page,
        boolean waiting,
        List<OpinionRequest> requests,
        boolean more,
        UnaryOperator<String> names,
        LocalDateTime now) {
    public RequestsModel {
        requests = List.copyOf(requests);
    }

    public String name(String code) {
        return names.apply(code);
    }

    public String next() {
        return page.with("after", "" + requests.get(requests.size() - 1).id());
    }
}
