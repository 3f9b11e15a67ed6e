package vn.kientao.reform.procedures.domain.dossier;

/** Where a dossier stands (trạng thái hồ sơ): the ten states of the national list, by their numbers. */
public enum DossierStatus {
    /** Mới đăng ký. */
    REGISTERED(1, true),
    /** Được tiếp nhận. */
    RECEIVED(2, true),
    /** Không được tiếp nhận. */
    REFUSED(3, false),
    /** Đang xử lý. */
    PROCESSING(4, true),
    /** Yêu cầu bổ sung. */
    SUPPLEMENT_ASKED(5, true),
    /** Yêu cầu nghĩa vụ tài chính. */
    PAYMENT_ASKED(6, true),
    /** Công dân rút. */
    WITHDRAWN(7, false),
    /** Dừng xử lý. */
    STOPPED(8, false),
    /** Đã xử lý xong. */
    FINISHED(9, false),
    /** Đã trả kết quả. */
    HANDED_OVER(10, false);

    private final int number;
    private final boolean running;

    DossierStatus(int number, boolean running) {
        this.number = number;
        this.running = running;
    }

    /** Its number in the national list. */
    public int number() {
        return number;
    }

    /** Whether the agency still owes a result, so that the due date counts. */
    public boolean running() {
        return running;
    }

    /** @throws IllegalArgumentException when the national list has no such number */
    public static DossierStatus of(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("dossier status " + number + " (expected: 1 to 10)");
        }
        return values()[number - 1];
    }

    /** The text key of its name. */
    public String textKey() {
        return "dossier.status." + number;
    }
}
