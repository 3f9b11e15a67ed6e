package vn.kientao.reform.procedures.app.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.procedures.domain.citizen.Seal;
import vn.kientao.reform.procedures.domain.citizen.SecretCode;
import vn.kientao.reform.procedures.store.ProcedureTables;

@OnEachDatabase("procedures")
class PrefillsTest {
    private static final Map<String, String> TYPED = Map.of("name", "Trần Thị Bình", "phone", "0913000111", "p1", "1");

    private final Database database;
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final Prefills prefills;

    PrefillsTest(Database database, Migrations migrations) {
        this.database = database;
        prefills = new Prefills(database, audit, ProcedureTables.of(migrations, FolderScripts.ofModule()));
    }

    @Test
    void opensForWhoeverBringsTheCode() {
        SecretCode code = keep("a");

        assertThat(prefills.recall(code, RECEIVED.plusDays(6), PrefillsTest::entry))
                .hasValueSatisfying(prefill -> {
                    assertThat(prefill.values()).isEqualTo(TYPED);
                    assertThat(prefill.procedure()).isEqualTo("2.000635");
                    assertThat(prefill.madeAt()).isEqualTo(RECEIVED);
                });
        assertThat(prefills.recall(SecretCode.next(new SecureRandom()), RECEIVED, PrefillsTest::entry))
                .isEmpty();
    }

    @Test
    void keepsNothingReadable() {
        SecretCode code = keep("b");

        List<String> rows = database.read(handle -> handle.createQuery("SELECT lookup, sealed FROM procedures.prefill")
                .map((row, context) -> row.getString("lookup") + " " + row.getString("sealed"))
                .list());
        assertThat(rows.toString())
                .doesNotContain("Trần")
                .doesNotContain("0913000111")
                .doesNotContain(code.text());
    }

    @Test
    void isGoneAfterSevenDays() {
        SecretCode old = keep("c");
        SecretCode young = prefills.keep("2.000635", TYPED, RECEIVED.plusDays(3), Optional.of("d"))
                .orElseThrow();
        assertThat(prefills.recall(old, RECEIVED.plusDays(7), PrefillsTest::entry))
                .isEmpty();
        Clock later = Clock.fixed(
                RECEIVED.plusDays(7).plusMinutes(1).atZone(Formats.ZONE).toInstant(), Formats.ZONE);

        assertThat(prefills.deleteExpired(java.time.LocalDateTime.ofInstant(later.instant(), Formats.ZONE)))
                .isEqualTo(1);

        List<String> left = database.read(handle -> handle.createQuery("SELECT lookup FROM procedures.prefill")
                .map((row, context) -> row.getString("lookup"))
                .list());
        assertThat(left).containsExactly(young.lookup());
    }

    @Test
    void isGoneAtOnceWhenItsOwnerSaysSo() {
        SecretCode code = keep("e");

        assertThat(prefills.delete(code)).isTrue();
        assertThat(prefills.delete(code)).isFalse();
        assertThat(prefills.recall(code, RECEIVED, PrefillsTest::entry)).isEmpty();
    }

    @Test
    void takesTheSameFormOnce() {
        keep("f");
        assertThat(prefills.keep("2.000635", TYPED, RECEIVED, Optional.of("f"))).isEmpty();
    }

    @Test
    void sealsSoThatAnotherCodeDoesNotOpen() {
        SecureRandom random = new SecureRandom();
        SecretCode code = SecretCode.next(random);
        String sealed = Seal.close(code, "Đất đai", random);

        assertThat(Seal.open(code, sealed)).isEqualTo("Đất đai");
        assertThat(Seal.close(code, "Đất đai", random)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> Seal.open(SecretCode.next(random), sealed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SecretCode keep(String onceKey) {
        return prefills.keep("2.000635", TYPED, RECEIVED, Optional.of(onceKey)).orElseThrow();
    }

    private static AuditEntry entry(String id) {
        return new AuditEntry(
                "lan", Optional.of("STP2"), "procedures", "procedures.prefill-recall", "prefill", id, "", "r");
    }
}
