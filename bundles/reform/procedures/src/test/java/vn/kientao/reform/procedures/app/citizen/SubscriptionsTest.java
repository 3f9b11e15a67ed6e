package vn.kientao.reform.procedures.app.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.notice.Mail;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.petition.PetitionMoves;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.NoAgencies;

@OnEachDatabase("procedures")
class SubscriptionsTest {
    private static final String SITE = "https://kientao.example/public/procedures";

    private final DeskFixture fixture;
    private final Dossier dossier;
    private final Subscriptions subscriptions;
    private final Prefills prefills;
    private final PrefillFiles files;
    private final PetitionMoves moves;
    private final Outbox outbox = new Outbox();

    SubscriptionsTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        subscriptions = new Subscriptions(database, outbox, tables);
        prefills = new Prefills(database, fixture.audit, tables);
        files = new PrefillFiles(database, tables);
        moves = new PetitionMoves(
                database,
                (from, limit, reading, terms) -> {
                    throw new AssertionError("nothing is on its way");
                },
                fixture.audit,
                new NoAgencies(),
                outbox,
                tables);
        dossier = fixture.receive(RECEIVED);
    }

    @Test
    void beginsOnlyAfterTheLinkWasOpened() {
        subscriptions.ask(dossier, "an@example.vn", SITE, RECEIVED);
        subscriptions.ask(dossier, "an@example.vn", SITE, RECEIVED);
        assertThat(outbox.kept()).hasSize(1);
        forward();
        assertThat(subscriptions.tellChanges()).isZero();

        subscriptions.confirm(key(0));
        assertThat(subscriptions.tellChanges()).isEqualTo(1);
        assertThat(subscriptions.tellChanges()).isZero();
        Mail news = outbox.kept().get(1);
        assertThat(news.link()).isEqualTo(SITE + "/track");
        assertThat(news.stop()).contains(key(0));
        assertThat(news.text().vi() + news.subject().vi())
                .doesNotContain(dossier.code().toString())
                .doesNotContain("Nguyễn");
    }

    @Test
    void endsAndForgetsTheAddress() {
        subscriptions.ask(dossier, "binh@example.vn", SITE, RECEIVED);
        subscriptions.confirm(key(0));
        subscriptions.stop(key(0));
        forward();

        assertThat(subscriptions.tellChanges()).isZero();
        subscriptions.ask(dossier, "binh@example.vn", SITE, RECEIVED);
        assertThat(outbox.kept()).hasSize(2);
    }

    @Test
    void forgetsWhatNobodyConfirmed() {
        subscriptions.ask(dossier, "c@example.vn", SITE, RECEIVED);
        Clock later = Clock.fixed(RECEIVED.plusDays(8).atZone(Formats.ZONE).toInstant(), Formats.ZONE);
        CitizenUpkeep upkeep = new CitizenUpkeep(prefills, files, subscriptions, moves, fixture.scans, later);
        upkeep.work();
        upkeep.close();
        subscriptions.ask(dossier, "c@example.vn", SITE, RECEIVED.plusDays(8));

        assertThat(outbox.kept()).hasSize(2);
    }

    private void forward() {
        fixture.progress.forward(fixture.again(dossier), "Phòng Hộ tịch", "", DeskFixture.doer(RECEIVED, ""));
    }

    private String key(int mail) {
        String link = outbox.kept().get(mail).link();
        return link.substring(link.indexOf("k=") + 2);
    }
}
