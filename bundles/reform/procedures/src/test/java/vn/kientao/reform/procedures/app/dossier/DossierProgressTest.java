package vn.kientao.reform.procedures.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

@OnEachDatabase("procedures")
class DossierProgressTest {
    private static final LocalDateTime LATER = RECEIVED.plusHours(2);

    private final DeskFixture fixture;

    DossierProgressTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
    }

    @Test
    void goesFromTheDeskToTheHandlerToTheApplicant() {
        Dossier dossier = fixture.receive(RECEIVED);
        fixture.progress.forward(dossier, "Phòng Hộ tịch", "", DeskFixture.doer(LATER, ""));
        fixture.finished(dossier, LATER.plusHours(1));
        fixture.progress.handOver(
                fixture.again(dossier), "Nguyễn Thị An", "Đã ký nhận", DeskFixture.doer(LATER.plusHours(2), ""));

        Dossier end = fixture.again(dossier);
        assertThat(end.status()).isEqualTo(DossierStatus.HANDED_OVER);
        assertThat(end.place()).isEqualTo("Phòng Hộ tịch");
        assertThat(end.result())
                .hasValueSatisfying(result -> assertThat(result.number()).isEqualTo("07/TLHT"));
        assertThat(end.handedTo()).isEqualTo("Nguyễn Thị An");
        assertThat(end.version()).isEqualTo(4);
        assertThat(end.events())
                .extracting(DossierEvent::status)
                .containsExactly(
                        DossierStatus.RECEIVED,
                        DossierStatus.PROCESSING,
                        DossierStatus.FINISHED,
                        DossierStatus.HANDED_OVER);
        assertThat(fixture.audit.actions())
                .containsExactly(
                        "procedures.receive", "procedures.forward", "procedures.finish", "procedures.hand-over");
    }

    @Test
    void refusesAChangeFromAVersionThatIsNoLonger() {
        Dossier seen = fixture.receive(RECEIVED);
        fixture.progress.forward(seen, "Phòng Hộ tịch", "", DeskFixture.doer(LATER, ""));

        assertThatThrownBy(() -> fixture.progress.forward(seen, "Phòng khác", "", DeskFixture.doer(LATER, "")))
                .isInstanceOf(StaleRecordException.class);
        assertThat(fixture.again(seen).place()).isEqualTo("Phòng Hộ tịch");
        assertThat(fixture.again(seen).since(seen.version())).hasSize(1);
    }

    @Test
    void refusesWhatTheTableDoesNotAllow() {
        Dossier dossier = fixture.receive(RECEIVED);

        assertThatThrownBy(() -> fixture.progress.handOver(dossier, "Ai đó", "", DeskFixture.doer(LATER, "")))
                .isInstanceOf(DossierNotAllowedException.class);
        assertThat(fixture.again(dossier).version()).isEqualTo(1);
        assertThat(fixture.audit.actions()).containsExactly("procedures.receive");
    }
}
