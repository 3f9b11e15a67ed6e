package vn.kientao.platform.api.privacy;

import java.util.Locale;

/** How much a field tells of a person (Luật 91/2025/QH15, Điều 2). */
public enum FieldClass {
    /** Not about a person, or made public by law. */
    PUBLIC,
    /** Dữ liệu cá nhân cơ bản: name, identity number, address, telephone number. */
    BASIC,
    /** Dữ liệu cá nhân nhạy cảm: health, beliefs, pictures of identity cards and the like. */
    SENSITIVE;

    /** Its word in addresses, text keys and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
