package vn.kientao.platform.privacy.web;

import java.util.Optional;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.privacy.domain.RequestKind;

/**
 * The form of a request as it was sent.
 *
 * @param kind empty when none was chosen
 * @param errors what must be mended
 */
record RequestForm(Optional<RequestKind> kind, DataSubject subject, String words, FormErrors errors) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORDS = 4000;
    private static final int LONGEST_EMAIL = 200;

    static RequestForm of(Request request) {
        FormErrors errors = new FormErrors();
        Optional<RequestKind> kind = request.field("kind").flatMap(RequestKind::of);
        if (kind.isEmpty()) {
            errors.add("kind", Words.text("request.error.kind"));
        }
        String name = text(request, "name");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.add("name", Words.text("request.error.name", LONGEST_NAME));
        }
        String idNumber = text(request, "idNumber").replace(" ", "");
        if (!idNumber.isEmpty() && !idNumber.matches("\\d{9}|\\d{12}")) {
            errors.add("idNumber", Words.text("request.error.idNumber", idNumber));
        }
        String phone = text(request, "phone").replaceAll("[ .-]", "");
        if (!phone.matches("0\\d{9,10}")) {
            errors.add("phone", Words.text("request.error.phone", phone));
        }
        String email = text(request, "email");
        if (!email.isEmpty() && (email.length() > LONGEST_EMAIL || !email.matches("[^@\\s]+@[^@\\s]+"))) {
            errors.add("email", Words.text("request.error.email", email));
        }
        String words = text(request, "words");
        if (words.isEmpty() || words.length() > LONGEST_WORDS) {
            errors.add("words", Words.text("request.error.words", LONGEST_WORDS));
        }
        return new RequestForm(kind, new DataSubject(name, idNumber, phone, email), words, errors);
    }

    private static String text(Request request, String name) {
        return request.field(name).orElse("");
    }
}
