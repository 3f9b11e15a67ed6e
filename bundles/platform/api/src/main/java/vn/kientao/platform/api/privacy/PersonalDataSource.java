package vn.kientao.platform.api.privacy;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.osgi.annotation.versioning.ConsumerType;
import vn.kientao.platform.api.text.LocalText;

/**
 * A module, or a room of the platform, that keeps personal data. Registered as a service; asked for the public page that
 * tells what is kept, and whenever somebody wants to see, correct or erase what an agency keeps about them.
 */
@ConsumerType
public interface PersonalDataSource {

    /** {@code <module>.<object type>}, such as {@code procedures.dossier}; the part behind the stop is the object type in the audit trail. */
    String name();

    /** What kind of records it keeps, for the reader. */
    LocalText title();

    /** Every field with personal data. */
    List<PersonalField> fields();

    /** Records of the agency that may be about the person, newest first, at most so many. Ends within a second. */
    List<PersonalRecord> find(String agency, DataSubject subject, int most);

    /**
     * Corrects fields of a record in the caller's transaction. The caller writes the audit entry.
     *
     * @param values names of correctable fields → new values, already stripped
     * @throws IllegalArgumentException naming a field whose value cannot be taken
     */
    Treatment rectify(Handle transaction, String agency, String record, Map<String, String> values);

    /**
     * Erases the record in the caller's transaction, or makes what the law has us keep anonymous (khử nhận dạng). May be
     * called again. The caller writes the audit entry.
     */
    Treatment erase(Handle transaction, String agency, String record);
}
