package vn.kientao.platform.web.route;

/** For whom a route is, which its address tells. */
public enum Zone {
    /** {@code /{agency}/{module}}: pages for staff. */
    STAFF,
    /** {@code /public/{module}}: pages for everybody. */
    OPEN,
    /** {@code /api/v1/{agency}/{module}}: answers for programs. */
    API,
    /** {@code /api/v1/public/{module}}: answers for programs of everybody. */
    OPEN_API,
    /** Pages and answers of the platform's own rooms. */
    PLATFORM;

    /** Whether the address names an agency. */
    public boolean ofAgency() {
        return this == STAFF || this == API;
    }

    public boolean forPrograms() {
        return this == API || this == OPEN_API;
    }

    /** What tells two routes with the same path template apart; nothing for pages of staff. */
    String prefix() {
        return switch (this) {
            case STAFF, PLATFORM -> "";
            case OPEN -> "/public";
            case API -> "/api";
            case OPEN_API -> "/api/public";
        };
    }
}
