package vn.kientao.platform.api.security;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** A permission (quyền), {@code <module>.<word>}. Roles are sets of permissions held in an agency. */
public record Permission(String name) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z][a-z0-9-]*)+");

    /** Everybody, signed in or not. */
    public static final Permission ANYONE = new Permission("platform.anyone");

    /** Everybody who is signed in, in whatever agency. */
    public static final Permission SIGNED_IN = new Permission("platform.signed-in");

    /** Run the platform itself: modules, agencies, calendar, accounts. */
    public static final Permission ADMINISTER = new Permission("platform.administer");

    /** Switch modules that the catalogue (kho phân hệ) offers to an agency on and off there. */
    public static final Permission CATALOGUE = new Permission("platform.catalogue");

    /** Keep the people of an agency and their posts (vị trí công tác): the agency's own administrators do. */
    public static final Permission STAFF = new Permission("platform.staff");

    /** Look into the audit trail (nhật ký thao tác): the whole of it, or that of an agency. */
    public static final Permission AUDIT = new Permission("platform.audit");

    /** Answer those whose personal data an agency keeps (yêu cầu của chủ thể dữ liệu), and put records on hold. */
    public static final Permission PRIVACY = new Permission("platform.privacy");

    public Permission {
        requireNonNull(name, "name");
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("permission '" + name + "' (expected: module.word)");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
