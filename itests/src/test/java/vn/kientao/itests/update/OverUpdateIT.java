package vn.kientao.itests.update;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.Distribution;

/** What people are in the middle of outlives the update of the module in which they do it, and nobody else loses a request. */
@Tag("alone")
class OverUpdateIT {
    @RegisterExtension
    static final Distribution distribution = Distribution.shared();

    @Test
    void whatAClerkHasTypedIsReceivedOnTheReleaseThatIsThereThen() throws Exception {
        new IntakeOverUpdate(distribution.product()).run();
    }

    @Test
    void whatIsHalfTypedOfAReportIsFinishedOnTheReleaseThatIsThereThen() throws Exception {
        new ReportOverUpdate(distribution.product()).run();
    }
}
