package vn.kientao.reform.steering.app.inspection;

import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.inspection.VisitAction;

/** Tells the side that did not act: of the unit its heads and coordinators, of the inspecting agency its inspectors too. */
@Component(service = InspectionNotices.class)
public final class InspectionNotices {
    private static final TextBundle TEXTS = TextBundle.of(InspectionNotices.class);
    private static final Set<String> UNIT = Set.of(Roles.AGENCY_HEAD, Roles.COORDINATOR);
    private static final Set<String> INSPECTORS = Set.of(Roles.INSPECTOR, Roles.STANDING_OFFICE);

    private final Notices notices;
    private final Colleagues colleagues;

    @Activate
    public InspectionNotices(@Reference Notices notices, @Reference Colleagues colleagues) {
        this.notices = notices;
        this.colleagues = colleagues;
    }

    void happened(Handle transaction, Visit visit, VisitAction action) {
        String key = "inspection.notice." + action.name();
        switch (action) {
            case PLAN, NOTICE, ACCEPT, RETURN, CANCEL -> tell(transaction, visit, visit.agency(), UNIT, key);
            case SELF_REPORT, REPORT -> tell(transaction, visit, visit.inspector(), INSPECTORS, key);
            case VISIT, FIND, REMEDY -> {
                // Nobody waits for it.
            }
        }
    }

    /** Tells both sides that the remedy is overdue. */
    void overdue(Handle transaction, Visit visit) {
        tell(transaction, visit, visit.agency(), UNIT, "inspection.notice.overdue");
        tell(transaction, visit, visit.inspector(), INSPECTORS, "inspection.notice.overdue");
    }

    private void tell(Handle transaction, Visit visit, String agency, Set<String> roles, String key) {
        colleagues
                .holding(agency, roles)
                .keySet()
                .forEach(account -> notices.tell(
                        transaction,
                        new Notice(
                                account,
                                "steering.inspection",
                                TEXTS.text(key, visit.code()),
                                "/" + agency + "/steering/inspections/" + visit.code())));
    }
}
