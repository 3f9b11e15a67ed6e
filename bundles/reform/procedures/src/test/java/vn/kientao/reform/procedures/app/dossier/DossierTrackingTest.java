package vn.kientao.reform.procedures.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.domain.dossier.Dossier;

@OnEachDatabase("procedures")
class DossierTrackingTest {
    private final DeskFixture fixture;
    private final Dossier dossier;
    private final String code;

    DossierTrackingTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
        dossier = fixture.receive(RECEIVED);
        code = dossier.code().toString();
    }

    @Test
    void opensWithTheEndOfThePhoneNumber() {
        assertThat(fixture.tracking.byPhoneEnd(code, "3456")).contains(dossier);
        assertThat(fixture.tracking.byPhoneEnd(code.toLowerCase(java.util.Locale.ROOT), "3456"))
                .contains(dossier);
    }

    @Test
    void opensWithTheKeyOfTheReceipt() {
        assertThat(dossier.trackingKey()).hasSize(22);
        assertThat(fixture.tracking.byKey(code, dossier.trackingKey())).contains(dossier);
    }

    @Test
    void staysShutForEverythingElse() {
        assertThat(fixture.tracking.byPhoneEnd(code, "0000")).isEmpty();
        assertThat(fixture.tracking.byPhoneEnd(code, "")).isEmpty();
        assertThat(fixture.tracking.byKey(code, "")).isEmpty();
        assertThat(fixture.tracking.byKey(code, "3456")).isEmpty();
        assertThat(fixture.tracking.byPhoneEnd("STP2-261120-0099", "3456")).isEmpty();
        assertThat(fixture.tracking.byPhoneEnd("no code at all", "3456")).isEmpty();
    }
}
