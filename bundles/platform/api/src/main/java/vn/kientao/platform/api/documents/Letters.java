package vn.kientao.platform.api.documents;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Makes files of letters. All text is put into NFC. */
@ProviderType
public interface Letters {

    /**
     * One PDF of all letters, each beginning on a page of its own and numbered by itself. Its face is Liberation Serif,
     * metric-compatible with Times New Roman and embedded.
     *
     * @throws IllegalArgumentException when there is no letter
     */
    byte[] pdf(List<Letter> letters);

    /** A document for word processors (DOCX, ECMA-376), to be edited; it names Times New Roman. */
    byte[] docx(Letter letter);
}
