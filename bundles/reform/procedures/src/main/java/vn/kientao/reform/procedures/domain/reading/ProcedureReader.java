package vn.kientao.reform.procedures.domain.reading;

import java.util.List;
import java.util.Set;
import vn.kientao.reform.procedures.domain.AgencyNames;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Level;
import vn.kientao.reform.procedures.domain.Procedure;
import vn.kientao.reform.procedures.domain.ProcedureCode;
import vn.kientao.reform.procedures.domain.Responsibility;
import vn.kientao.reform.procedures.domain.SourceTexts;
import vn.kientao.reform.procedures.domain.Step;

/** Reads the texts of one record into a procedure, and lists what they do not tell. */
public final class ProcedureReader {

    private final SourceTexts source;
    private final Notes notes = new Notes();

    private ProcedureReader(SourceTexts source) {
        this.source = source;
    }

    /**
     * A procedure and what a person should complete in it.
     *
     * @param gaps in the order in which the parts of a record are read
     */
    public record Reading(Procedure procedure, List<Gap> gaps) {

        public Reading {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * Reads {@code source}, whose texts have been {@linkplain Cleaning#text cleaned} and hold a code of good form and a
     * name; any other text may be absent or of any shape.
     *
     * @throws IllegalArgumentException when the code has another form or the name is missing
     */
    public static Reading read(SourceTexts source) {
        ProcedureReader reader = new ProcedureReader(source);
        Procedure procedure = reader.procedure();
        return new Reading(procedure, reader.notes.gaps());
    }

    /** Divides a sequence into its steps, see {@link Step}. */
    public static List<Step> steps(String text) {
        return StepsReader.read(text);
    }

    private Procedure procedure() {
        return new Procedure(
                new ProcedureCode(line(Field.CODE)),
                line(Field.NAME),
                expected(Field.DECISION, GapKind.DECISION_MISSING, "decision"),
                expected(Field.KIND, GapKind.KIND_MISSING, "kind"),
                expected(Field.FIELD, GapKind.FIELD_MISSING, "field"),
                levels(),
                ListReader.subjects(expected(Field.SUBJECTS, GapKind.SUBJECTS_MISSING, "subjects")),
                responsibility(),
                ChannelsReader.read(text(Field.CHANNELS), notes),
                ComponentsReader.read(text(Field.COMPONENTS), notes),
                ResultsReader.read(text(Field.RESULTS), notes),
                LegalBasesReader.read(text(Field.LEGAL_BASES), notes),
                Cleaning.present(text(Field.CONDITIONS)),
                StepsReader.read(Cleaning.present(text(Field.STEPS))),
                Cleaning.present(text(Field.RELATED)),
                source);
    }

    private Set<Level> levels() {
        return ListReader.levels(expected(Field.LEVELS, GapKind.LEVEL_MISSING, "levels"), notes);
    }

    private Responsibility responsibility() {
        AgencyNames carriedOutBy = agencies(Field.CARRIED_OUT_BY, "responsibility.carriedOutBy");
        AgencyNames competent = agencies(Field.COMPETENT, "responsibility.competent");
        if (carriedOutBy.text().isEmpty() && competent.text().isEmpty()) {
            notes.gap(GapKind.AGENCY_MISSING, "responsibility", "");
        }
        return new Responsibility(
                carriedOutBy,
                competent,
                Cleaning.present(text(Field.RECEIVING_ADDRESS)),
                agencies(Field.DELEGATED, "responsibility.delegated"),
                agencies(Field.COOPERATING, "responsibility.cooperating"));
    }

    private AgencyNames agencies(Field field, String path) {
        return ListReader.agencies(line(field), path, notes);
    }

    private String expected(Field field, GapKind missing, String path) {
        String line = line(field);
        if (line.isEmpty()) {
            notes.gap(missing, path, "");
        }
        return line;
    }

    private String line(Field field) {
        return Cleaning.present(Cleaning.line(text(field)));
    }

    private String text(Field field) {
        return source.text(field.published());
    }
}
