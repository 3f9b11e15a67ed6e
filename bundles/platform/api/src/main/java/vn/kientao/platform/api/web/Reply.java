package vn.kientao.platform.api.web;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer to a request. */
public sealed interface Reply {

    /** A page in the platform's layout. */
    static View page(String title, Body body) {
        return new View(200, title, List.of(), body);
    }

    /** Goes to another page of this site after a POST (303). */
    static Redirect seeOther(String location) {
        return new Redirect(location, Optional.empty(), List.of());
    }

    /** Leaves for the sign-in of another house (303): only from a link, because pages may not send forms elsewhere. */
    static Departure leave(URI address, Cookie... cookies) {
        return new Departure(address, List.of(cookies));
    }

    /** A JSON answer, 200. */
    static Json json(Object value) {
        return new Json(200, value, Map.of());
    }

    /** A file for download. */
    static Download download(String fileName, String contentType, Content content) {
        return new Download(fileName, contentType, false, content);
    }

    /**
     * A page.
     *
     * @param title the heading of the browser window, without the name of the platform
     * @param crumbs the way back, outermost first, without the page itself
     */
    record View(int status, String title, List<Crumb> crumbs, Body body) implements Reply {
        public View {
            requireNonNull(title, "title");
            crumbs = List.copyOf(crumbs);
            requireNonNull(body, "body");
        }

        public View status(int other) {
            return new View(other, title, crumbs, body);
        }

        public View crumbs(Crumb... others) {
            return new View(status, title, List.of(others), body);
        }
    }

    /** A step of the way back. */
    record Crumb(String text, String link) {}

    /** @param flash a sentence shown once on the next page */
    record Redirect(String location, Optional<String> flash, List<Cookie> cookies) implements Reply {
        public Redirect {
            requireNonNull(location, "location");
            requireNonNull(flash, "flash");
            cookies = List.copyOf(cookies);
        }

        public Redirect flash(String sentence) {
            return new Redirect(location, Optional.of(sentence), cookies);
        }

        public Redirect cookie(Cookie cookie) {
            return new Redirect(location, flash, List.of(cookie));
        }
    }

    /** @param address on another site, chosen by configuration and never by a request */
    record Departure(URI address, List<Cookie> cookies) implements Reply {
        public Departure {
            requireNonNull(address, "address");
            cookies = List.copyOf(cookies);
        }
    }

    /**
     * A cookie, always HttpOnly, SameSite=Lax, Path=/; Secure and with the {@code __Host-} prefix when the request came
     * over TLS.
     *
     * @param value empty deletes the cookie
     */
    record Cookie(String name, String value, long maxAgeSeconds) {}

    /** @param value a record, list or map; written by the platform's JSON rules */
    record Json(int status, Object value, Map<String, String> headers) implements Reply {
        public Json {
            requireNonNull(value, "value");
            headers = Map.copyOf(headers);
        }

        /**
         * The answer shows a record of this version: it carries an {@code ETag}, a program that knows it already gets 304,
         * and one that changes the record names it in {@code If-Match}, see {@link Request#expect}.
         */
        public Json version(long version) {
            Map<String, String> more = new HashMap<>(headers);
            more.put("ETag", new RecordTag(version).text());
            return new Json(status, value, more);
        }
    }

    /** @param inline shown in the browser instead of saved; only for PDF and images made by us */
    record Download(String fileName, String contentType, boolean inline, Content content) implements Reply {
        public Download {
            requireNonNull(fileName, "fileName");
            requireNonNull(contentType, "contentType");
            requireNonNull(content, "content");
        }

        public Download shownInline() {
            return new Download(fileName, contentType, true, content);
        }
    }

    /** Bytes on their way out. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
