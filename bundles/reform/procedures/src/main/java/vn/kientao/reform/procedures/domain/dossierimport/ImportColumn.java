package vn.kientao.reform.procedures.domain.dossierimport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A column of the file of an import, in the order of the template. */
public enum ImportColumn {
    /** Mã hồ sơ cũ: the code that the agency had given it. */
    OLD_CODE(200, 18, true),
    /** Mã thủ tục. */
    PROCEDURE(60, 14, true),
    /** Người nộp. */
    NAME(200, 26, true),
    /** Loại người nộp. */
    KIND(40, 14, false),
    /** Số định danh, mã số thuế. */
    ID_NUMBER(30, 16, false),
    /** Địa chỉ. */
    ADDRESS(500, 30, false),
    /** Điện thoại. */
    PHONE(40, 14, false),
    /** Thư điện tử. */
    EMAIL(200, 20, false),
    /** Nội dung yêu cầu. */
    CONTENT(2000, 36, false),
    /** Kênh tiếp nhận. */
    CHANNEL(40, 14, true),
    /** Tiếp nhận lúc. */
    RECEIVED(40, 18, true),
    /** Nơi hỗ trợ tiếp nhận: the code of an agency. */
    SUPPORT(40, 12, false),
    /** Người tiếp nhận. */
    RECEIVER(200, 22, false),
    /** Hạn trả kết quả. */
    DUE(40, 18, false),
    /** Trạng thái. */
    STATUS(60, 18, true),
    /** Phòng, người đang xử lý. */
    PLACE(200, 24, false),
    /** Kết thúc lúc. */
    ENDED(40, 18, false),
    /** Số kết quả. */
    RESULT_NUMBER(200, 16, false),
    /** Trích yếu kết quả. */
    RESULT_SUMMARY(1000, 30, false),
    /** Người ký kết quả. */
    SIGNER(200, 22, false),
    /** Trả kết quả lúc. */
    HANDED_OVER(40, 18, false),
    /** Người nhận kết quả. */
    HANDED_TO(200, 22, false);

    /** All of them, in the order of the template. */
    public static final List<ImportColumn> ALL = List.of(values());

    private final int longest;
    private final int width;
    private final boolean required;

    ImportColumn(int longest, int width, boolean required) {
        this.longest = longest;
        this.width = width;
        this.required = required;
    }

    /** The column with this word. */
    public static Optional<ImportColumn> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** Those that a file must have. */
    public static List<ImportColumn> needed() {
        return ALL.stream().filter(ImportColumn::required).collect(Collectors.toUnmodifiableList());
    }

    /** Its place in the template, counted from 0. */
    @SuppressWarnings("EnumOrdinal") // the order above is the template's
    public int place() {
        return ordinal();
    }

    /** How many characters its cells may have. */
    public int longest() {
        return longest;
    }

    /** How wide it is in the template, in characters. */
    public int width() {
        return width;
    }

    /** Whether each row has something in it. */
    public boolean required() {
        return required;
    }

    /** Its word in text keys and reports: {@code old-code}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text key of its title. */
    public String titleKey() {
        return "dossier-import.column." + word();
    }

    /** The text key of what stands in it. */
    public String helpKey() {
        return "dossier-import.help." + word();
    }
}
