package vn.kientao.platform.audit.verify;

/**
 * Something that is wrong with the trail.
 *
 * @param sequence the first entry concerned
 * @param to the last entry concerned
 */
public record Finding(Kind kind, long sequence, long to) {

    /** What is wrong. */
    public enum Kind {
        CHANGED("đã bị sửa, đổi chỗ hoặc chèn vào", "was changed, swapped or put in"),
        MISSING("đã bị xoá", "was taken away"),
        CUT("đã bị cắt khỏi cuối nhật ký", "was cut off the end"),
        REWRITTEN(
                "không còn là mục đã được neo; từ đây chuỗi đã bị viết lại",
                "is not the one that was anchored: the" + " chain was written anew from here on"),
        FORGED(
                "không do hệ thống ghi (sai mã xác thực)",
                "was not written by the platform (its keyed digest is wrong)"),
        TAKEN_BACK(
                "đã mất khi cơ sở dữ liệu trở về trạng thái cũ",
                "was lost when an older state of the database came" + " back"),
        UNPROVEN_CUT(
                "đã bị lược bỏ mà không có điểm cắt do hệ thống ký và neo lại",
                "was thrown away without a cut that the platform has signed and anchored"),
        ANCHORS(
                "dòng này của tệp neo không phải dòng đã ghi",
                "this line of the anchors is not the one that was" + " written");

        private final String vietnamese;
        private final String english;

        Kind(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }
    }

    static Finding at(Kind kind, long sequence) {
        return new Finding(kind, sequence, sequence);
    }

    /** In Vietnamese, then in English. */
    public String sentence() {
        return vietnamese() + " / " + english();
    }

    public String vietnamese() {
        return (kind == Kind.ANCHORS ? "Dòng " : "Mục ") + place() + ": " + kind.vietnamese + ".";
    }

    public String english() {
        return (kind == Kind.ANCHORS ? "Line " : "Entry ") + place() + ": " + kind.english + ".";
    }

    private String place() {
        return to > sequence ? sequence + "-" + to : Long.toString(sequence);
    }
}
