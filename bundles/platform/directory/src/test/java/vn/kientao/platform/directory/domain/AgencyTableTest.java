package vn.kientao.platform.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.text.TextBundle;

class AgencyTableTest {
    private static final TextBundle TEXTS = TextBundle.of(AgencyTable.class);
    private static final String HEAD = "code,name_vi,name_en,type,parent,valid_from,valid_to,successor,source\n";

    @Test
    void keepsAnUncertainDateAsADateThatIsNotCertain() {
        RegisteredAgency agency = only(HEAD + "SNV,Sở Nội vụ,,department,,,2025-02-28?,,");

        assertThat(agency.agency().validTo()).contains(LocalDate.of(2025, 2, 28));
        assertThat(agency.toCertain()).isFalse();
        assertThat(agency.agency().validFrom()).isEmpty();
        assertThat(agency.fromCertain()).isTrue();
    }

    @Test
    void readsCodesOutOfASentenceAndKeepsTheSentence() {
        AgencyTable.Result result = read(HEAD
                + "SLD,Sở Lao động,,department,,,,\"SNV1 (part to SYT: children)\",\n"
                + "SNV1,Sở Nội vụ,,department,,,,,\nSYT,Sở Y tế,,department,,,,,\n"
                + "H-TB,UBND huyện Thới Bình,,district,,,,abolished; functions split,\n");

        assertThat(result.problems()).isEmpty();
        assertThat(result.agencies().get(0).agency().successors()).containsExactly("SNV1", "SYT");
        assertThat(result.agencies().get(0).successorNote()).isEqualTo("SNV1 (part to SYT: children)");
        assertThat(result.agencies().get(3).agency().successors()).isEmpty();
        assertThat(result.agencies().get(3).successorNote()).isEqualTo("abolished; functions split");
    }

    @Test
    void takesSeveralSuccessorsAsTheyAreListed() {
        AgencyTable.Result result = read(HEAD + "A1,Một,,,,,,\"B1; B2\",\nB1,Hai,,,,,,,\nB2,Ba,,,,,,,\n");

        assertThat(result.agencies().get(0).agency().successors()).containsExactly("B1", "B2");
        assertThat(result.agencies().get(0).successorNote()).isEmpty();
    }

    @Test
    void normalisesTextAndReadsSemicolonsAndAByteOrderMark() {
        String decomposed = Normalizer.normalize("Sở Nội vụ", Normalizer.Form.NFD);

        RegisteredAgency agency = only("\uFEFFcode;name_vi\r\nSNV;" + decomposed + "\r\n");

        assertThat(agency.agency().name().vi()).isEqualTo("Sở Nội vụ");
        assertThat(agency.agency().name().en()).isEqualTo("Sở Nội vụ");
    }

    @Test
    void namesLineAndColumnOfEveryMistake() {
        AgencyTable.Result result = read(HEAD
                + "snv,Sở Nội vụ,,,,,,,\n"
                + "STP,,,,,,,,\n"
                + "STC,Sở Tài chính,,,NOPE,2025-13-01,,,\n"
                + "\"STC\",\"Hai\ndòng\",,,,2025-07-01,2025-06-30,GONE,\n"
                + "ADMIN,Quản trị,,,ADMIN,,,,\n"
                + "SYT,Sở Y tế,,,,,,SYT,,,\n");

        assertThat(result.problems())
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactly(
                        "2 code",
                        "3 name_vi",
                        "4 valid_from",
                        "4 parent",
                        "5 valid_to",
                        "5 successor",
                        "5 code",
                        "7 code",
                        "7 parent",
                        "8 ",
                        "8 successor");
        assertThat(result.problems().get(2).message().vi())
                .contains("2025-13-01")
                .contains("01/07/2025");
        assertThat(result.problems().get(2).message().en())
                .contains("2025-13-01")
                .contains("not a date");
    }

    @Test
    void asksForTheColumnsItNeeds() {
        assertThat(read("ma,ten\nSTP,Sở Tư pháp\n").problems())
                .extracting(ImportProblem::column)
                .containsExactly("code", "name_vi");
        assertThat(read("code,name_vi\n").problems())
                .extracting(ImportProblem::line)
                .containsExactly(0);
        assertThat(read("").problems()).hasSize(2);
    }

    @Test
    void acceptsParentsThatAreInTheRegisterAlready() {
        AgencyTable table = new AgencyTable(Set.of("UBND-CM2"), TEXTS);

        assertThat(table.read(CsvTable.parse("code,name_vi,parent\nP-AX,UBND phường An Xuyên,UBND-CM2\n"))
                        .problems())
                .isEmpty();
    }

    private static AgencyTable.Result read(String csv) {
        return new AgencyTable(Set.of(), TEXTS).read(CsvTable.parse(csv));
    }

    private static RegisteredAgency only(String csv) {
        AgencyTable.Result result = read(csv);
        assertThat(result.problems()).isEmpty();
        assertThat(result.agencies()).hasSize(1);
        return result.agencies().get(0);
    }
}
