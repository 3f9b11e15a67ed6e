package vn.kientao.reform.procedures.web.dossier;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.attachment.Attachments;
import vn.kientao.reform.procedures.app.attachment.IntakeScans;
import vn.kientao.reform.procedures.domain.attachment.IntakeKey;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;

/** The scans that come in with the intake form of the desk; they stay with the account that half-filled it. */
final class ScanDoor {
    /** Bytes of the files that one sending of the form may hold in all. */
    static final long MOST_AT_ONCE = 40_000_000;

    private final IntakeScans scans;

    ScanDoor(IntakeScans scans) {
        this.scans = scans;
    }

    static Routes.Route open(Routes.Route route) {
        return IncomingFile.taken(route, MOST_AT_ONCE).showsRefusedFiles();
    }

    static IntakeKey key(Request request, IntakeForm intake) {
        return new IntakeKey(request.agency().code(), request.actor().account(), intake.draftName());
    }

    List<IntakeScan> of(Request request, IntakeForm intake) {
        return scans.of(key(request, intake));
    }

    /** Keeps what came and takes away what was ticked; the errors say which file could not be kept. */
    void take(Request request, IntakeForm intake, FormErrors errors) {
        IntakeKey key = key(request, intake);
        new ScanFields(request, intake.lines(), errors).take(new ScanFields.Keeper() {
            @Override
            public void remove(long id) {
                scans.remove(key, id, Words.doer(request));
            }

            @Override
            public Optional<LocalText> add(PaperLine line, String name, byte[] content) {
                return scans.add(key, line.field(), name, content, Words.doer(request))
                        ? Optional.empty()
                        : Optional.of(Words.text("file.error.many", "" + Attachments.MOST_FILES));
            }
        });
    }
}
