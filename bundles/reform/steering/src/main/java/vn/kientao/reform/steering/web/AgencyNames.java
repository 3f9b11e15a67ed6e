package vn.kientao.reform.steering.web;

import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.web.Page;

/** The names of agencies in the reader's language. */
public record AgencyNames(Agencies agencies, Page page) {

    /** The name of an agency; its code when the register does not know it. */
    public String of(String code) {
        return agencies.find(code)
                .map(agency -> page.texts().get(agency.name()))
                .orElse(code);
    }
}
