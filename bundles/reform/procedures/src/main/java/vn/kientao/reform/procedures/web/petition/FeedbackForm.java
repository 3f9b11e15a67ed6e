package vn.kientao.reform.procedures.web.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.petition.NewPetition;
import vn.kientao.reform.procedures.domain.petition.PetitionKind;
import vn.kientao.reform.procedures.domain.petition.Sender;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.Words;

/** Reads a petition from what was typed: the same rules for senders and for officers who enter a letter or a call. */
final class FeedbackForm {
    private static final int NAME = 200;
    private static final int ADDRESS = 500;
    private static final int TITLE = 200;
    private static final int CONTENT = 4000;

    private final Map<String, String> values;
    private final FormErrors errors;
    private final Checks checks;

    FeedbackForm(Map<String, String> values, FormErrors errors) {
        this.values = values;
        this.errors = errors;
        this.checks = new Checks(errors, "petition.field.");
    }

    /** The agency that was chosen. */
    Optional<String> agency(Agencies agencies, LocalDate today) {
        String code = value("agency");
        Optional<String> agency =
                agencies.find(code).filter(one -> one.existsOn(today)).map(Agency::code);
        if (agency.isEmpty()) {
            errors.add("agency", Words.text("petition.error.agency", code));
        }
        return agency;
    }

    /** The petition; empty when the errors say why not. */
    Optional<NewPetition> petition(String agency, String channel, List<PetitionKind> kinds) {
        Optional<PetitionKind> kind =
                kinds.stream().filter(one -> one.code().equals(value("kind"))).findFirst();
        if (kind.isEmpty()) {
            errors.add("kind", Words.text("petition.error.kind", value("kind")));
        }
        String title = checks.required("title", value("title"), TITLE);
        String content = checks.required("content", value("content"), CONTENT);
        String dossier = value("dossier");
        if (!dossier.isEmpty() && DossierCode.parse(dossier).isEmpty()) {
            errors.add("dossier", Words.text("petition.error.dossier", dossier));
        }
        Sender sender = sender(kind);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        String code = DossierCode.parse(dossier).map(DossierCode::toString).orElse("");
        return kind.map(one -> new NewPetition(agency, one.code(), channel, sender, code, title, content));
    }

    private Sender sender(Optional<PetitionKind> kind) {
        if (values.containsKey("anonymous")) {
            if (kind.isPresent() && !kind.get().anonymous()) {
                errors.add("anonymous", Words.text("petition.error.anonymous"));
            }
            return Sender.UNKNOWN;
        }
        String name = checks.required("name", value("name"), NAME);
        String phone = value("phone").isEmpty() ? "" : checks.phone("phone", value("phone"));
        String email = checks.email("email", value("email"));
        String address = checks.optional("address", value("address"), ADDRESS);
        if (phone.isEmpty() && email.isEmpty() && address.isEmpty()) {
            errors.add("phone", Words.text("petition.error.contact"));
        }
        return new Sender(false, name, phone, email, address);
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }
}
