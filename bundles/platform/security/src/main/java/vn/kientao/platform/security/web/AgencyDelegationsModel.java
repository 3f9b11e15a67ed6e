package vn.kientao.platform.security.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * What people of an agency have lent.
 *
 * @param agency its name
 */
public record AgencyDelegationsModel(Page page, String agency, List<DelegationView> delegations) {}
