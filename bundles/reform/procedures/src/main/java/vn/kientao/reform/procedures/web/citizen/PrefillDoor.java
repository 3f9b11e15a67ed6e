package vn.kientao.reform.procedures.web.citizen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.RateLimit;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.attachment.Attachments;
import vn.kientao.reform.procedures.app.citizen.PrefillFiles;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;
import vn.kientao.reform.procedures.domain.citizen.SecretCode;
import vn.kientao.reform.procedures.web.dossier.IncomingFile;
import vn.kientao.reform.procedures.web.dossier.IntakeForm;
import vn.kientao.reform.procedures.web.dossier.PaperLine;
import vn.kientao.reform.procedures.web.dossier.ScanFields;
import vn.kientao.reform.procedures.web.dossier.Words;

/**
 * The scans that come in with a form filled in at home. Whoever fills it in has no account: the form itself carries the code
 * under which they are kept, and gets the same code when it is sent.
 */
final class PrefillDoor {
    /** The hidden field with the code. */
    static final String CODE = "_files";

    private static final int SENT_AT_ONCE = 20;

    private final PrefillFiles files;
    private final RateLimit byAddress = new RateLimit(SENT_AT_ONCE, Duration.ofSeconds(30));

    PrefillDoor(PrefillFiles files) {
        this.files = files;
    }

    static Routes.Route open(Routes.Route route) {
        return IncomingFile.taken(route, PrefillFiles.MOST_OF_FORM).showsRefusedFiles();
    }

    /**
     * Keeps what came and takes away what was ticked; the errors say which file could not be kept and why.
     *
     * @return the code under which the form's files are; empty when it has none
     */
    Optional<SecretCode> take(Request request, IntakeForm form, FormErrors errors) {
        String procedure = form.procedure().code();
        Optional<String> carried = request.field(CODE);
        Optional<SecretCode> before = carried.flatMap(SecretCode::parse).filter(code -> files.waiting(code, procedure));
        if (carried.isPresent() && before.isEmpty()) {
            errors.add("files", Words.text("prefill.error.files-gone"));
        }
        ScanFields fields = new ScanFields(request, listed(form), errors);
        if (fields.came() && !byAddress.allows(request.remoteAddress(), request.now())) {
            errors.add("files", Words.text("petition.problem.too-many.do"));
            return before;
        }
        SecretCode code = before.orElseGet(files::next);
        fields.take(new ScanFields.Keeper() {
            @Override
            public void remove(long id) {
                files.remove(code, id);
            }

            @Override
            public Optional<LocalText> add(PaperLine line, String name, byte[] content) {
                return reason(files.add(code, procedure, line.field(), line.name(), name, content, Words.now(request)));
            }
        });
        return Optional.of(code).filter(one -> files.waiting(one, procedure));
    }

    private static Optional<LocalText> reason(PrefillFiles.Kept kept) {
        return switch (kept) {
            case YES -> Optional.empty();
            case FORM_FULL ->
                Optional.of(Words.text(
                        "prefill.error.form-full",
                        "" + Attachments.MOST_FILES,
                        "" + PrefillFiles.MOST_OF_FORM / 1_000_000));
            case STORE_FULL -> Optional.of(Words.text("prefill.error.store-full"));
        };
    }

    /** The files as the form shows them. */
    List<IntakeScan> shown(Optional<SecretCode> code) {
        return code.stream()
                .flatMap(one -> files.of(one).stream())
                .map(file ->
                        new IntakeScan(file.id(), file.field(), file.name(), file.kind(), file.size(), "", file.at()))
                .toList();
    }

    private static List<PaperLine> listed(IntakeForm form) {
        return form.lines().stream().filter(PaperLine::listed).toList();
    }
}
