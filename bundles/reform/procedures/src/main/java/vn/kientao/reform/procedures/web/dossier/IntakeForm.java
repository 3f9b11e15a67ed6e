package vn.kientao.reform.procedures.web.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;

/**
 * The fields of the intake form of one procedure. Its papers stand under their published headings, which may be cases or
 * mere groups: nobody can tell, so the officer sees all of them and ticks what lies on the desk.
 */
public final class IntakeForm {
    /** Lines for papers that the procedure does not list. */
    static final int OTHER_PAPERS = 3;
    /** The first of them. */
    public static final String OTHER_PAPER = "x1";

    private final DeskProcedure procedure;

    public IntakeForm(DeskProcedure procedure) {
        this.procedure = procedure;
    }

    public DeskProcedure procedure() {
        return procedure;
    }

    /** The name under which the platform keeps the half-filled form. */
    public String draftName() {
        return "desk-" + procedure.versionId()
                + procedure.variant().map(one -> "-" + one.id()).orElse("");
    }

    /** The checklist: what the procedure lists, then lines for others. */
    public List<PaperLine> lines() {
        List<PaperLine> lines = new ArrayList<>(listed());
        for (int number = 1; number <= OTHER_PAPERS; number++) {
            lines.add(new PaperLine("x" + number, "", "", "", 0, 0, false));
        }
        return lines;
    }

    private List<PaperLine> listed() {
        List<PaperLine> lines = new ArrayList<>();
        for (DeskProcedure.Case group : procedure.cases()) {
            for (DeskProcedure.Paper paper : group.papers()) {
                lines.add(new PaperLine(
                        "p" + (lines.size() + 1),
                        group.name(),
                        paper.name(),
                        paper.form(),
                        paper.originals(),
                        paper.copies(),
                        true));
            }
        }
        return lines;
    }

    /** What stands in a fresh form. */
    public Map<String, String> fresh() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", Applicant.Kind.CITIZEN.word());
        values.put("content", procedure.name());
        values.put("sets", "1");
        values.put("resultBy", "" + DossierChannel.DIRECT.number());
        for (PaperLine line : listed()) {
            // Where nothing is said, one paper is what lies on the desk.
            int originals = line.askedOriginals() + line.askedCopies() == 0 ? 1 : line.askedOriginals();
            values.put(line.field() + "-originals", "" + originals);
            values.put(line.field() + "-certified", "0");
            values.put(line.field() + "-copies", "" + line.askedCopies());
        }
        return values;
    }
}
