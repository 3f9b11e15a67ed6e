package vn.kientao.reform.procedures.app.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.kientao.reform.procedures.domain.Channel;
import vn.kientao.reform.procedures.domain.Component;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.LegalBasis;
import vn.kientao.reform.procedures.domain.Procedure;
import vn.kientao.reform.procedures.domain.reading.Cleaning;

/** What is read from real records; the expectations were checked by hand against the published texts. */
class NationalSampleTest {

    private static List<ImportRow> rows = List.of();
    private static Map<String, Procedure> procedures = Map.of();

    @BeforeAll
    static void read() throws IOException {
        Path file = NationalSample.orSkip();
        rows = NationalSample.rows(file);
        procedures = accepted()
                .collect(Collectors.toMap(
                        row -> row.procedure().code().value(),
                        ImportRow.Accepted::procedure,
                        (one, two) -> one,
                        TreeMap::new));
    }

    @TestFactory
    Stream<DynamicTest> readsTheRecordsCheckedByHand() throws IOException {
        return expectations().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThat(summary(procedures.get(entry.getKey())))
                                .isEqualTo(entry.getValue())));
    }

    @Test
    void importsEveryRecord() {
        assertThat(rows).hasSize(441).allMatch(ImportRow.Accepted.class::isInstance);
        assertThat(procedures).hasSize(441);
    }

    @Test
    void findsTheSameGapsAsBefore() {
        Map<GapKind, Long> gaps = accepted()
                .flatMap(row -> row.gaps().stream())
                .collect(Collectors.groupingBy(
                        gap -> gap.kind(), () -> new EnumMap<>(GapKind.class), Collectors.counting()));
        System.out.println("441 records, gaps by kind: " + gaps);

        assertThat(gaps)
                .containsOnly(
                        Map.entry(GapKind.KIND_MISSING, 19L),
                        Map.entry(GapKind.AGENCY_MISSING, 35L),
                        Map.entry(GapKind.DEADLINE_MISSING, 54L),
                        Map.entry(GapKind.DEADLINE_UNIT_MISSING, 115L),
                        Map.entry(GapKind.DEADLINE_UNCLEAR, 7L),
                        Map.entry(GapKind.DEADLINE_RUNS_INTO_FEE, 16L),
                        Map.entry(GapKind.DEADLINE_DISPUTED, 25L),
                        Map.entry(GapKind.DEADLINE_VARIES, 27L),
                        Map.entry(GapKind.FEE_MISSING, 185L),
                        Map.entry(GapKind.FEE_FREE_DOUBTFUL, 151L),
                        Map.entry(GapKind.FEE_AMOUNT_DOUBTFUL, 14L),
                        Map.entry(GapKind.FEE_VARIES, 25L),
                        Map.entry(GapKind.FEE_NOTE_UNCLEAR, 9L),
                        Map.entry(GapKind.COMPONENTS_MISSING, 5L),
                        Map.entry(GapKind.COMPONENTS_UNCLEAR, 4L),
                        Map.entry(GapKind.QUANTITY_MISSING, 5L),
                        Map.entry(GapKind.QUANTITY_UNCLEAR, 13L),
                        Map.entry(GapKind.QUANTITY_NOUGHT, 205L),
                        Map.entry(GapKind.FORM_UNCLEAR, 19L),
                        Map.entry(GapKind.RESULTS_MISSING, 2L),
                        Map.entry(GapKind.RESULT_CODE_MISSING, 1L),
                        Map.entry(GapKind.RESULT_CODE_UNCLEAR, 8L),
                        Map.entry(GapKind.LEGAL_BASES_MISSING, 10L),
                        Map.entry(GapKind.LEGAL_BASIS_UNCLEAR, 26L));
    }

    @Test
    void computesNoDeadlineFromARowWithoutUnit() {
        List<Deadline> without = procedures.values().stream()
                .flatMap(procedure -> procedure.channels().stream())
                .map(Channel::deadline)
                .filter(deadline -> deadline.counts().isEmpty())
                .toList();

        assertThat(without).hasSizeGreaterThan(150).noneMatch(Deadline::computable);
    }

    /** Every row's words stand in the published text in their order, so nothing was moved or invented. */
    @Test
    void takesEveryWordFromThePublishedText() {
        for (Procedure procedure : procedures.values()) {
            String channels = procedure.source().text("cach_thuc_thuc_hien");
            int at = 0;
            for (Channel channel : procedure.channels()) {
                at = behind(channels, channel.deadline().text(), at);
                at = behind(channels, channel.note(), at);
            }
            String components = Cleaning.text(procedure.source().text("thanh_phan_ho_so"));
            String line = components.replaceAll("\\s+", " ");
            int from = 0;
            for (Component component : procedure.components()) {
                from = behind(line, component.name(), from);
            }
        }
    }

    private static int behind(String text, String words, int from) {
        int at = text.indexOf(words, from);
        assertThat(at).as(words).isNotNegative();
        return at + words.length();
    }

    private static Stream<ImportRow.Accepted> accepted() {
        return rows.stream().filter(ImportRow.Accepted.class::isInstance).map(ImportRow.Accepted.class::cast);
    }

    /** The file has one block a procedure; its first line begins "procedure" and the code. */
    private static Map<String, String> expectations() throws IOException {
        Map<String, String> blocks = new LinkedHashMap<>();
        for (String block : Resources.text("/national/expectations.txt").split("(?m)^(?=procedure )", -1)) {
            if (block.startsWith("procedure ")) {
                blocks.put(block.split(" ", 3)[1], block);
            }
        }
        return blocks;
    }

    private static String summary(Procedure procedure) {
        StringBuilder lines = new StringBuilder("procedure " + procedure.code() + " | " + procedure.decision() + " | "
                + procedure.field() + " | "
                + procedure.levels().stream().map(Enum::name).collect(Collectors.joining(" ")) + "\n");
        procedure.channels().forEach(channel -> lines.append(channel(channel)));
        lines.append(components(procedure.components()));
        procedure.components().stream()
                .flatMap(component -> component.forms().stream())
                .forEach(form -> lines.append("  form " + form + "\n"));
        procedure.results().forEach(result -> lines.append("  result " + result.code() + "\n"));
        lines.append("  bases "
                + procedure.legalBases().stream().map(NationalSampleTest::basis).collect(Collectors.joining(", ")));
        return lines.toString().stripTrailing() + "\n";
    }

    private static String channel(Channel channel) {
        Deadline deadline = channel.deadline();
        String fees = channel.fees().stream()
                .map(fee -> fee.kind()
                        + (fee.amount() == null ? "" : " " + fee.amount().toPlainString() + " " + fee.currency())
                        + (fee.certain() ? " certain" : ""))
                .collect(Collectors.joining(" + "));
        return "  channel " + channel.kind() + " | "
                + deadline.number().map(Object::toString).orElse("-") + " "
                + deadline.counts().map(Enum::name).orElse("-")
                + (deadline.computable() ? " computable" : "") + " | " + fees + "\n";
    }

    private static String components(List<Component> components) {
        return "  components " + components.size()
                + " | cases "
                + components.stream().map(Component::heading).distinct().count()
                + " | originals "
                + components.stream()
                        .mapToInt(one -> one.quantity().originals())
                        .sum()
                + " | copies "
                + components.stream().mapToInt(one -> one.quantity().copies()).sum()
                + " | unstated "
                + components.stream().filter(one -> !one.quantity().stated()).count() + "\n";
    }

    private static String basis(LegalBasis basis) {
        String number = basis.number().isEmpty() ? "?" : basis.number();
        return number + basis.issuedOn().map(day -> " @" + day).orElse("");
    }
}
