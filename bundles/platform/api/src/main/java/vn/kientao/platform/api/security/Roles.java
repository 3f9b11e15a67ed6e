package vn.kientao.platform.api.security;

/** Ids of the roles that ship (vai trò). Modules name them in {@code Kientao-Permissions}. */
public final class Roles {
    /** Quản trị nền tảng. */
    public static final String PLATFORM_ADMINISTRATOR = "platform-administrator";
    /** Cơ quan thường trực cải cách hành chính: the Office of the People's Committee. */
    public static final String STANDING_OFFICE = "standing-office";
    /** Cơ quan chủ trì lĩnh vực. */
    public static final String FIELD_LEAD = "field-lead";
    /** Chủ tịch UBND tỉnh: reads everything, decides. */
    public static final String CHAIRMAN = "chairman";
    /** Thủ trưởng cơ quan. */
    public static final String AGENCY_HEAD = "agency-head";
    /** Quản trị của cơ quan. */
    public static final String AGENCY_ADMINISTRATOR = "agency-administrator";
    /** Đầu mối cải cách hành chính. */
    public static final String COORDINATOR = "coordinator";
    /** Cán bộ tiếp nhận và trả kết quả (bộ phận Một cửa). */
    public static final String DESK_OFFICER = "desk-officer";
    /** Cán bộ thụ lý hồ sơ. */
    public static final String HANDLER = "handler";
    /** Cán bộ kiểm tra, thẩm định. */
    public static final String INSPECTOR = "inspector";
    /** Kiểm toán nhật ký thao tác. */
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
