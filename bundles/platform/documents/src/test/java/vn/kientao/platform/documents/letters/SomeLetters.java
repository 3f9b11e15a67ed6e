package vn.kientao.platform.documents.letters;

import java.time.LocalDate;
import java.util.List;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterColumn;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.LetterNumber;
import vn.kientao.platform.api.documents.LetterPaper;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;

/** A report and a slip as a department writes them. */
final class SomeLetters {
    private SomeLetters() {}

    static Letter report() {
        return report("Kết quả tiếp nhận hồ sơ quý IV năm 2026");
    }

    static Letter report(String summary) {
        LetterHead head = new LetterHead(
                "Ủy ban nhân dân tỉnh Cà Mau",
                "Sở Tư pháp",
                "",
                "Số: " + new LetterNumber(7, "BC-STP"),
                "",
                "Cà Mau",
                LocalDate.of(2026, 2, 9),
                "");
        return new Letter(
                LetterPaper.A4,
                head,
                "Báo cáo",
                summary,
                List.of(
                        new LetterPart.Bases(List.of(
                                "Căn cứ Luật Tổ chức chính quyền địa phương;", "Căn cứ Nghị định số 61/2018/NĐ-CP")),
                        new LetterPart.Text("Sở Tư pháp báo cáo kết quả tiếp nhận, giải quyết hồ sơ như sau:"),
                        new LetterPart.Table(
                                List.of(
                                        new LetterColumn("Stt", 10, true),
                                        new LetterColumn("Lĩnh vực", 60, false),
                                        new LetterColumn("Số hồ sơ", 30, true)),
                                List.of(List.of("1", "Hộ tịch", "1.204"), List.of("2", "Quốc tịch < & >", "3")))),
                List.of(new LetterSignature(List.of("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "", "Nguyễn Văn Bình")),
                List.of("Văn phòng UBND tỉnh", "Lưu: VT"));
    }

    static Letter slip() {
        return new Letter(
                LetterPaper.A5,
                new LetterHead(
                        "",
                        "Ủy ban nhân dân phường Lý Văn Lâm",
                        "Bộ phận Một cửa",
                        "Mã hồ sơ: H12.01-261123-0001",
                        "",
                        "Lý Văn Lâm",
                        LocalDate.of(2026, 11, 23),
                        "http://localhost:8181/t/H12.01-261123-0001?k=abc"),
                "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
                "",
                List.of(new LetterPart.Field("Tiếp nhận hồ sơ của:", "Nguyễn Thị Ánh")),
                List.of(
                        new LetterSignature(List.of("Người nộp hồ sơ"), "Ký và ghi rõ họ tên", "Nguyễn Thị Ánh"),
                        new LetterSignature(List.of("Người tiếp nhận hồ sơ"), "Ký và ghi rõ họ tên", "Lê Văn Cần")),
                List.of());
    }
}
