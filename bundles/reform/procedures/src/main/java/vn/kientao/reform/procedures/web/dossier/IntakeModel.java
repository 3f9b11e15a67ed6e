package vn.kientao.reform.procedures.web.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.app.dossier.DeskVariant;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;

/**
 * The intake form.
 *
 * @param expected when the result is due if the dossier is received now; empty when the officer must set the date
 * @param offers what the applicant gave before; empty when nobody asked
 * @param variants the cases of the procedure to choose from
 * @param scans what has been attached so far
 */
public record IntakeModel(
        Page page,
        DeskProcedure procedure,
        List<PaperLine> lines,
        FormView form,
        Optional<DueView> expected,
        String draftUrl,
        Optional<OffersView> offers,
        List<DeskVariant> variants,
        List<IntakeScan> scans) {

    /** A form for which nobody asked what was given before. */
    public IntakeModel(
            Page page,
            DeskProcedure procedure,
            List<PaperLine> lines,
            FormView form,
            Optional<DueView> expected,
            String draftUrl,
            List<IntakeScan> scans) {
        this(page, procedure, lines, form, expected, draftUrl, Optional.empty(), List.of(), scans);
    }

    /** The address of the form in a case; 0 for the procedure as a whole. */
    public String in(long variant) {
        return address(variant == 0 ? "" : "?variant=" + variant);
    }

    /** The case that was chosen; 0 for none. */
    public long chosen() {
        return procedure.variant().map(DeskVariant::id).orElse(0L);
    }

    /** Where something of this intake is asked for. */
    public String address(String rest) {
        return page.link("/desk/" + procedure.versionId() + rest);
    }

    public IntakeModel {
        lines = List.copyOf(lines);
        variants = List.copyOf(variants);
        scans = List.copyOf(scans);
    }

    /** The scans of a line. */
    public List<IntakeScan> scans(PaperLine line) {
        return scans.stream().filter(scan -> scan.field().equals(line.field())).toList();
    }

    /** Where the officer looks at a scan; empty at home, where whoever attached it has the file. */
    public String address(IntakeScan scan) {
        return draftUrl.isEmpty() ? "" : page.link("/desk/scans/" + scan.id());
    }

    /** Whether there is a scan of a paper that the procedure does not list. */
    public boolean otherScans() {
        return others().stream().anyMatch(line -> !scans(line).isEmpty());
    }

    /** Whether nobody has typed anything yet: then the form begins with whether the applicant has been here before. */
    public boolean fresh() {
        return offers.isEmpty()
                && form.mistakes().isEmpty()
                && form.value("name").isEmpty();
    }

    /** The paper that is looked at next once everything known has been taken over; empty where the reader is elsewhere. */
    public String next() {
        return offers.filter(found -> !found.forAll())
                .filter(found -> form.mistakes().isEmpty())
                .flatMap(found -> lines.stream()
                        .filter(PaperLine::listed)
                        .map(PaperLine::field)
                        .filter(field -> !form.checked(field))
                        .findFirst())
                .orElse("");
    }

    /** Name of the boxes that take scans away. */
    public String removeScan() {
        return ScanFields.REMOVE;
    }

    public List<Applicant.Kind> kinds() {
        return List.of(Applicant.Kind.values());
    }

    public List<DossierChannel> channels() {
        return List.of(DossierChannel.values());
    }

    /** The papers that the procedure lists, under their headings. */
    public List<Group> groups() {
        Map<String, List<PaperLine>> groups = new LinkedHashMap<>();
        lines.stream()
                .filter(PaperLine::listed)
                .forEach(line -> groups.computeIfAbsent(line.group(), name -> new ArrayList<>())
                        .add(line));
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** @param name the heading; empty when there is none */
    public record Group(String name, List<PaperLine> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    public List<PaperLine> others() {
        return lines.stream().filter(line -> !line.listed()).toList();
    }

    /** The time limit at the counter in the published words. */
    public String limitText() {
        return procedure.limit(DossierChannel.DIRECT).text();
    }
}
