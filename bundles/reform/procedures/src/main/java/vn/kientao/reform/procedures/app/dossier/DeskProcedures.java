package vn.kientao.reform.procedures.app.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the desk needs of the catalogue of procedures. */
public interface DeskProcedures {

    /** The procedures in force that match the words best, with or without diacritics; no words: the first by name. */
    List<Hit> search(String words, int limit);

    /** The version of a procedure under this id, in force or not. */
    Optional<DeskProcedure> find(long versionId);

    /** The version in force of the procedure with this national code. */
    Optional<DeskProcedure> current(String code);

    /** The cases (trường hợp) of the procedure that are in force on the day; none for most procedures. */
    default List<DeskVariant> variants(String code, LocalDate day) {
        return List.of();
    }

    /** The procedure in the case with this id, in force or not; as a whole when it is 0 or there is no such case. */
    default DeskProcedure in(DeskProcedure procedure, long variant) {
        return procedure;
    }

    /**
     * A procedure in the picker.
     *
     * @param limitText the time limit at the counter in the published words; may be empty
     */
    record Hit(long versionId, String code, String name, String field, String limitText) {}
}
