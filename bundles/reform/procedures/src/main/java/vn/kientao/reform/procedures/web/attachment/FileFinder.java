package vn.kientao.reform.procedures.web.attachment;

import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.attachment.Attachments;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.domain.attachment.Attachment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.web.dossier.Words;

/** Finds the dossier and the file that an address names. */
record FileFinder(Dossiers dossiers, Attachments attachments) {

    /** @throws ProblemException 404 */
    Dossier dossier(Request request) {
        String code = request.pathValue("code");
        return dossiers.find(request.agency().code(), code).orElseThrow(() -> Words.noSuchDossier(code));
    }

    /** @throws ProblemException 404 */
    Attachment file(Request request, Dossier dossier) {
        String id = request.pathValue("file");
        return attachments.of(dossier).stream()
                .filter(file -> id.equals("" + file.id()))
                .findFirst()
                .orElseThrow(() -> noSuchFile(id));
    }

    /** @throws ProblemException 404 when it has been taken away meanwhile */
    byte[] bytes(Dossier dossier, Attachment file) {
        return attachments.content(dossier, file).orElseThrow(() -> noSuchFile("" + file.id()));
    }

    /**
     * Takes a file away.
     *
     * @throws ProblemException 404; 409 when the dossier has ended: then it is kept as it was decided on
     */
    Attachment remove(Request request) {
        Dossier dossier = dossier(request);
        Attachment file = file(request, dossier);
        if (!attachments.remove(dossier, file, Words.doer(request))) {
            throw new ProblemException(new Problem(
                    409,
                    "dossier-ended",
                    Words.text("file.problem.ended", dossier.code().toString()),
                    Words.text("file.problem.ended.do")));
        }
        return file;
    }

    static ProblemException noSuchFile(String id) {
        return new ProblemException(
                new Problem(404, "file-not-found", Words.text("file.not-found", id), Words.text("file.not-found.do")));
    }
}
