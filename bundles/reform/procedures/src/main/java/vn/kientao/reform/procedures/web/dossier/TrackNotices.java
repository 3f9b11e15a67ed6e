package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.DueChange;
import vn.kientao.reform.procedures.domain.dossier.FinancialDuty;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;
import vn.kientao.reform.procedures.web.dossier.TrackModel.Notice;

/** What the agency told the applicant and still holds: what to bring, what to pay, another date and why, a refusal. */
final class TrackNotices {
    private static final List<DossierAction> ENDS =
            List.of(DossierAction.REFUSE, DossierAction.DECLINE, DossierAction.STOP);

    private final Dossier dossier;
    private final DossierHistory history;
    private final Texts texts;
    private final List<Notice> notices = new ArrayList<>();

    private TrackNotices(Dossier dossier, DossierHistory history, Texts texts) {
        this.dossier = dossier;
        this.history = history;
        this.texts = texts;
    }

    static List<Notice> of(Dossier dossier, DossierHistory history, Texts texts) {
        TrackNotices all = new TrackNotices(dossier, history, texts);
        history.openSupplement()
                .filter(request -> request.askedAt().isPresent())
                .ifPresent(all::supplement);
        history.openDuty().ifPresent(all::payment);
        if (dossier.status().running()) {
            all.promisedAgain();
        } else {
            all.ended();
        }
        return all.notices;
    }

    private void supplement(SupplementRequest request) {
        List<String> words = new ArrayList<>();
        words.add(texts.get("track.notice.reason", request.reason()));
        request.respondBy().ifPresent(day -> words.add(texts.get("track.notice.respond-by", Formats.time(day))));
        if (!request.guide().isEmpty()) {
            words.add(texts.get("track.notice.guide", request.guide()));
        }
        List<String> items = request.items().stream()
                .map(item -> item.what().isEmpty() ? item.paper() : item.paper() + ": " + item.what())
                .toList();
        notices.add(new Notice(texts.get("track.notice.supplement"), items, words));
    }

    private void payment(FinancialDuty duty) {
        List<String> words = new ArrayList<>();
        duty.payBy().ifPresent(day -> words.add(texts.get("track.notice.pay-by", Formats.date(day))));
        notices.add(new Notice(
                texts.get("track.notice.payment"),
                List.of(texts.get("track.notice.amount", duty.what(), Formats.number(duty.amount()))),
                words));
    }

    private void promisedAgain() {
        Optional<DueChange> again = history.dueChanges().stream()
                .filter(change -> change.cause() == DossierAction.RE_APPOINT)
                .reduce((earlier, later) -> later);
        again.ifPresent(change -> notices.add(new Notice(
                texts.get("track.notice.apology"),
                List.of(),
                List.of(
                        texts.get("track.notice.reason", change.reason()),
                        texts.get("track.notice.dates", at(change.was()), at(change.due()))))));
    }

    private void ended() {
        Optional<DossierEvent> end = dossier.events().stream()
                .filter(event -> ENDS.contains(event.action()))
                .reduce((earlier, later) -> later);
        end.ifPresent(event -> {
            List<String> words = new ArrayList<>();
            words.add(texts.get("track.notice.reason", event.note()));
            if (!event.document().isEmpty()) {
                words.add(texts.get("track.notice.basis", event.document()));
            }
            notices.add(new Notice(texts.get("track.notice." + event.action().word()), List.of(), words));
        });
    }

    private static String at(LocalDateTime time) {
        return Formats.time(time);
    }
}
