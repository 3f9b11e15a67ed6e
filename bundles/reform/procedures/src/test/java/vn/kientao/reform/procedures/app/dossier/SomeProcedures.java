package vn.kientao.reform.procedures.app.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;

/** A catalogue of three procedures: one with a time limit, one whose time limit has no unit, one with headings. */
public final class SomeProcedures implements DeskProcedures {
    public static final DeskProcedure EXTRACT = new DeskProcedure(
            7,
            "2.000635",
            "Cấp bản sao trích lục hộ tịch",
            "Hộ tịch",
            true,
            Map.of(
                    DossierChannel.DIRECT,
                    new DeskProcedure.StatedLimit(
                            Optional.of(new TimeLimit(5, TimeLimit.Unit.WORKING_DAY)), "5 Ngày làm việc")),
            List.of(new DeskProcedure.Case(
                    "",
                    List.of(
                            new DeskProcedure.Paper("Tờ khai cấp bản sao trích lục hộ tịch", "TK-BSTL.doc", 1, 0),
                            new DeskProcedure.Paper("Văn bản uỷ quyền (nếu có)", "", 0, 1)))),
            "8.000 đồng/bản",
            "Bản sao trích lục hộ tịch");

    public static final DeskProcedure UNCLEAR = new DeskProcedure(
            8,
            "1.000178",
            "Giải quyết khiếu nại",
            "Khiếu nại, tố cáo",
            true,
            Map.of(DossierChannel.DIRECT, new DeskProcedure.StatedLimit(Optional.empty(), "60")),
            List.of(),
            "",
            "");

    public static final DeskProcedure GROUPED = new DeskProcedure(
            9,
            "1.001193",
            "Đăng ký khai sinh",
            "Hộ tịch",
            true,
            EXTRACT.limits(),
            List.of(
                    new DeskProcedure.Case(
                            "Giấy tờ phải nộp",
                            List.of(
                                    new DeskProcedure.Paper("Giấy chứng sinh", "", 1, 0),
                                    new DeskProcedure.Paper("Văn bản uỷ quyền", "", 1, 0))),
                    new DeskProcedure.Case(
                            "Trường hợp sinh ở nước ngoài",
                            List.of(new DeskProcedure.Paper("Giấy tờ xác nhận của nước ngoài", "", 1, 0)))),
            "",
            "Giấy khai sinh");

    private static final List<DeskProcedure> ALL = List.of(EXTRACT, UNCLEAR, GROUPED);

    @Override
    public List<Hit> search(String words, int limit) {
        return ALL.stream()
                .filter(one -> Folding.fold(one.name()).contains(Folding.fold(words)))
                .map(one -> new Hit(
                        one.versionId(),
                        one.code(),
                        one.name(),
                        one.field(),
                        one.limit(DossierChannel.DIRECT).text()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<DeskProcedure> find(long versionId) {
        return ALL.stream().filter(one -> one.versionId() == versionId).findFirst();
    }

    @Override
    public Optional<DeskProcedure> current(String code) {
        return ALL.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** A case of the extract: one working day at the counter. */
    public static final DeskVariant QUICK = new DeskVariant(
            5,
            "nhanh",
            new LocalText("Trường hợp nhanh", "The quick case"),
            Map.of(
                    DossierChannel.DIRECT,
                    new DeskProcedure.StatedLimit(
                            Optional.of(new TimeLimit(1, TimeLimit.Unit.WORKING_DAY)), "1 ngày làm việc")),
            "20.000 đồng/bản",
            "TK-nhanh.docx");

    @Override
    public List<DeskVariant> variants(String code, LocalDate day) {
        return code.equals(EXTRACT.code()) ? List.of(QUICK) : List.of();
    }

    @Override
    public DeskProcedure in(DeskProcedure procedure, long variant) {
        return variant == QUICK.id() ? procedure.in(QUICK) : procedure;
    }
}
