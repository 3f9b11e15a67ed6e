package vn.kientao.reform.procedures.web.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.Owner;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.Submission;

/** Reads a submission from what was typed. The same rules for the page and for programs. */
final class IntakeCheck {
    private static final int NAME = 200;
    private static final int ADDRESS = 500;
    private static final int NUMBER = 30;
    private static final int CONTENT = 2000;

    private final Map<String, String> values;
    private final List<PaperLine> lines;
    private final Set<String> scanned;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final FormErrors errors;
    private final Checks checks;

    IntakeCheck(Map<String, String> values, List<PaperLine> lines, FormErrors errors) {
        this(values, lines, Set.of(), errors);
    }

    /** @param scanned the lines of which there is a scan */
    IntakeCheck(Map<String, String> values, List<PaperLine> lines, Set<String> scanned, FormErrors errors) {
        this.values = values;
        this.lines = lines;
        this.scanned = Set.copyOf(scanned);
        this.errors = errors;
        this.checks = new Checks(errors);
    }

    /** The submission; empty when the errors say why not. */
    Optional<Submission> submission(DossierChannel channel) {
        List<ReceivedPaper> papers = papers();
        Optional<Applicant.Kind> kind = kind();
        String name = checks.required("name", value("name"), NAME);
        String idNumber = idNumber(kind);
        String address = checks.required("address", value("address"), ADDRESS);
        String phone = checks.phone("phone", value("phone"));
        String email = checks.email("email", value("email"));
        Optional<Owner> owner = owner();
        String content = checks.required("content", value("content"), CONTENT);
        int sets = checks.count("sets", value("sets"), 1, 1);
        Optional<DossierChannel> resultBy = resultBy();
        if (!errors.isEmpty() || kind.isEmpty() || resultBy.isEmpty()) {
            return Optional.empty();
        }
        Applicant applicant = new Applicant(kind.get(), name, idNumber, address, phone, email);
        return Optional.of(new Submission(channel, applicant, owner, content, sets, resultBy.get(), papers));
    }

    /** Place of each line's paper in the submission that was read, from 1. */
    Map<String, Integer> places() {
        return places;
    }

    private List<ReceivedPaper> papers() {
        List<ReceivedPaper> papers = new ArrayList<>();
        Set<String> touched = lines.stream()
                .filter(line -> values.containsKey(line.field()))
                .map(PaperLine::group)
                .collect(Collectors.toSet());
        for (PaperLine line : lines) {
            String name = line.listed() ? line.name() : value(line.field() + "-name");
            // Under a heading with nothing ticked stands another case: its papers are not missing.
            if (!name.isEmpty() && (!line.listed() || touched.contains(line.group()))) {
                papers.add(paper(line, name));
                places.put(line.field(), papers.size());
            } else if (scanned.contains(line.field())) {
                checks.required(line.field() + "-name", name, CONTENT);
            }
        }
        if (papers.stream().noneMatch(ReceivedPaper::received)) {
            errors.add(
                    lines.stream().anyMatch(PaperLine::listed) ? "p1" : "x1-name",
                    Words.text("dossier.error.no-paper"));
        }
        return papers;
    }

    private ReceivedPaper paper(PaperLine line, String name) {
        String field = line.field();
        boolean received = !line.listed() || values.containsKey(field);
        int originals = checks.count(field + "-originals", value(field + "-originals"), 0, 0);
        int certified = checks.count(field + "-certified", value(field + "-certified"), 0, 0);
        int copies = checks.count(field + "-copies", value(field + "-copies"), 0, 0);
        String source = reusedFrom(line);
        boolean digitised = scanned.contains(field) || !source.isEmpty();
        if (received && !digitised && originals + certified + copies == 0) {
            errors.add(field + "-originals", Words.text("dossier.error.no-copies", name));
        }
        if (!line.listed()) {
            checks.optional(field + "-name", name, CONTENT);
        }
        return received
                ? new ReceivedPaper(name, originals, certified, copies, true, digital(line), source)
                : new ReceivedPaper(name, 0, 0, 0, false);
    }

    private String reusedFrom(PaperLine line) {
        String paper = OffersView.reused(values, line);
        return paper.isEmpty() ? OffersView.reusedResult(values, line) : paper;
    }

    private ReceivedPaper.Digital digital(PaperLine line) {
        if (!OffersView.reused(values, line).isEmpty()) {
            return ReceivedPaper.Digital.RE_USED_PAPER;
        }
        if (!OffersView.reusedResult(values, line).isEmpty()) {
            return ReceivedPaper.Digital.RE_USED_RESULT;
        }
        return scanned.contains(line.field()) ? ReceivedPaper.Digital.SCANNED : ReceivedPaper.Digital.NONE;
    }

    private Optional<Applicant.Kind> kind() {
        String word = value("kind");
        Optional<Applicant.Kind> kind = Arrays.stream(Applicant.Kind.values())
                .filter(one -> one.word().equals(word))
                .findFirst();
        if (kind.isEmpty()) {
            errors.add("kind", Words.text("dossier.error.kind", word));
        }
        return kind;
    }

    private String idNumber(Optional<Applicant.Kind> kind) {
        return kind.filter(one -> one == Applicant.Kind.CITIZEN).isPresent()
                ? checks.citizenId("idNumber", value("idNumber"))
                : checks.optional("idNumber", value("idNumber"), NUMBER);
    }

    private Optional<Owner> owner() {
        String name = checks.optional("ownerName", value("ownerName"), NAME);
        String address = checks.optional("ownerAddress", value("ownerAddress"), ADDRESS);
        if (name.isEmpty() && !address.isEmpty()) {
            checks.required("ownerName", name, NAME);
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(new Owner(name, address));
    }

    private Optional<DossierChannel> resultBy() {
        String number = value("resultBy");
        Optional<DossierChannel> channel = Arrays.stream(DossierChannel.values())
                .filter(one -> number.equals("" + one.number()))
                .findFirst();
        if (channel.isEmpty()) {
            errors.add("resultBy", Words.text("dossier.error.result-by", number));
        }
        return channel;
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }
}
