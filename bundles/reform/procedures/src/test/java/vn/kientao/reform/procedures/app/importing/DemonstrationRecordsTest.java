package vn.kientao.reform.procedures.app.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kientao.reform.procedures.domain.Channel;
import vn.kientao.reform.procedures.domain.Level;
import vn.kientao.reform.procedures.domain.Procedure;

/** The procedures that travel with the module, so that a new installation has something to show. */
class DemonstrationRecordsTest {

    private static byte[] file = new byte[0];
    private static List<Procedure> procedures = List.of();

    @BeforeAll
    static void read() throws IOException {
        file = Resources.bytes("/demo/procedures.jsonl");
        List<ImportRow> rows = Records.read(file);
        assertThat(rows).allMatch(ImportRow.Accepted.class::isInstance);
        procedures = rows.stream()
                .map(ImportRow.Accepted.class::cast)
                .map(ImportRow.Accepted::procedure)
                .toList();
    }

    @Test
    void areSmallEnoughToTravelAlong() {
        assertThat(file).hasSizeLessThan(900_000);
        assertThat(procedures).hasSizeBetween(150, 200);
    }

    @Test
    void areWhatAProvinceAndItsCommunesCarryOut() {
        assertThat(procedures)
                .allSatisfy(procedure -> assertThat(procedure.levels())
                        .as(procedure.name())
                        .containsAnyElementsOf(Set.of(Level.PROVINCE, Level.COMMUNE)));
        assertThat(procedures)
                .extracting(Procedure::field)
                .contains("Đất đai", "Hộ tịch", "Chứng thực", "Thủy sản", "Hoạt động xây dựng", "Đầu tư tại Việt nam");
    }

    @Test
    void areFactsWithoutLongProse() {
        assertThat(procedures).allSatisfy(procedure -> {
            assertThat(procedure.steps()).isEmpty();
            assertThat(procedure.conditions()).hasSizeLessThanOrEqualTo(300);
            assertThat(procedure.components())
                    .allSatisfy(component -> assertThat(component.name()).hasSizeLessThan(400));
        });
    }

    @Test
    void holdEnoughThatADossierCanBeReceivedFor() {
        assertThat(procedures)
                .filteredOn(procedure -> !procedure.components().isEmpty()
                        && procedure.channels().stream().map(Channel::deadline).anyMatch(limit -> limit.computable()))
                .hasSizeGreaterThan(80)
                .extracting(Procedure::field)
                .contains("Đất đai", "Hộ tịch");
    }
}
