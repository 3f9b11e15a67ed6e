package vn.kientao.platform.api.privacy;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.LocalText;

/**
 * A field that holds personal data.
 *
 * @param name as in files and corrections, such as {@code phone}
 * @param label as on a page
 * @param purpose what it is used for
 * @param legalBasis decree and article that allow or demand it, in Vietnamese
 * @param correctable whether {@link PersonalDataSource#rectify} takes a new value for it
 */
public record PersonalField(
        String name,
        LocalText label,
        FieldClass fieldClass,
        LocalText purpose,
        String legalBasis,
        boolean correctable) {

    public PersonalField {
        requireNonNull(name, "name");
        requireNonNull(label, "label");
        requireNonNull(fieldClass, "fieldClass");
        requireNonNull(purpose, "purpose");
        requireNonNull(legalBasis, "legalBasis");
        if (legalBasis.isBlank()) {
            throw new IllegalArgumentException(
                    "legal basis of field " + name + " is blank (expected: decree and article)");
        }
    }
}
