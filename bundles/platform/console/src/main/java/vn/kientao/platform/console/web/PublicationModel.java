package vn.kientao.platform.console.web;

import java.util.List;
import java.util.Set;
import vn.kientao.platform.api.module.Publication.Audience;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/** To whom the catalogue offers a module. */
public record PublicationModel(
        Page page,
        ModuleHead head,
        Audience audience,
        Set<String> chosen,
        List<PlanModel.AgencyName> agencies,
        FormErrors errors) {

    public PublicationModel {
        chosen = Set.copyOf(chosen);
        agencies = List.copyOf(agencies);
    }
}
