package vn.kientao.platform.web.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.security.Sessions;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.RecordTag;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.web.asset.Assets;
import vn.kientao.platform.web.http.Exchange;
import vn.kientao.platform.web.route.JsonMappers;
import vn.kientao.platform.web.visit.Visit;

/** Writes replies. */
public final class Replies {
    private static final String TAG = "ETag";

    private final Layout layout;
    private final Flash flash;
    private final ObjectMapper json = JsonMappers.create();

    public Replies(TextBundle texts, Assets assets, Sessions sessions, Menus menus, Banners banners) {
        this.layout = new Layout(texts, assets, menus, banners);
        this.flash = new Flash(sessions);
    }

    public void write(Visit visit, Reply reply) throws IOException {
        if (reply instanceof Reply.View view) {
            page(visit, view);
        } else if (reply instanceof Reply.Redirect redirect) {
            redirect(visit, redirect);
        } else if (reply instanceof Reply.Departure departure) {
            leave(visit, departure);
        } else if (reply instanceof Reply.Json answer) {
            json(visit, answer);
        } else if (reply instanceof Reply.Download download) {
            Downloads.send(visit.exchange(), download, visit.session().isPresent());
        }
    }

    private void page(Visit visit, Reply.View view) throws IOException {
        Optional<String> sentence = flash.read(visit);
        send(visit, view.status(), new Layout.Sheet(view.title(), view.crumbs(), view.body(), sentence));
    }

    private void send(Visit visit, int status, Layout.Sheet sheet) throws IOException {
        PageBuffer buffer = new PageBuffer(length -> {
            if (sheet.flash().isPresent()) {
                flash.remove(visit);
            }
            return openPage(visit, status, length);
        });
        layout.page(visit, sheet, buffer);
        buffer.finish();
    }

    private static OutputStream openPage(Visit visit, int status, int length) throws IOException {
        Exchange exchange = visit.exchange();
        exchange.status(status);
        exchange.setHeader("Content-Type", "text/html; charset=utf-8");
        exchange.setHeader("Content-Language", visit.locale().getLanguage());
        exchange.setHeader("Cache-Control", visit.session().isPresent() ? "no-store" : "private, no-cache");
        return Outlet.text(exchange, length);
    }

    private void redirect(Visit visit, Reply.Redirect redirect) {
        redirect.flash().ifPresent(sentence -> flash.leave(visit, sentence));
        redirect.cookies().forEach(cookie -> visit.cookies().write(visit.exchange(), cookie));
        if (redirect.cookies().stream().anyMatch(Replies::endsTheSession)) {
            visit.exchange().setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        }
        visit.exchange().status(303);
        visit.exchange().setHeader("Location", Locations.ofThisSite(redirect.location()));
        visit.exchange().setHeader("Cache-Control", "no-store");
    }

    /** Whoever sits down at the machine next shall find nothing in its browser. */
    private static boolean endsTheSession(Reply.Cookie cookie) {
        return cookie.name().equals(Sessions.COOKIE) && cookie.value().isEmpty();
    }

    private static void leave(Visit visit, Reply.Departure departure) {
        departure.cookies().forEach(cookie -> visit.cookies().write(visit.exchange(), cookie));
        visit.exchange().status(303);
        visit.exchange().setHeader("Location", departure.address().toASCIIString());
        visit.exchange().setHeader("Cache-Control", "no-store");
    }

    private void json(Visit visit, Reply.Json answer) throws IOException {
        ObjectMapper mapper = visit.route().map(route -> route.owner().json()).orElse(json);
        byte[] body = mapper.writeValueAsBytes(answer.value());
        answer.headers().forEach(visit.exchange()::setHeader);
        Optional<String> tag =
                Optional.ofNullable(answer.headers().get(TAG)).map(version -> RecordTag.completed(version, body));
        tag.ifPresent(whole -> visit.exchange().setHeader(TAG, whole));
        if (visit.safe() && tag.isPresent() && known(visit, tag.get())) {
            visit.exchange().status(304);
            visit.exchange().setHeader("Cache-Control", "no-store");
            return;
        }
        send(visit.exchange(), answer.status(), "application/json", body);
    }

    /** Whether the program holds this very answer already. */
    private static boolean known(Visit visit, String tag) {
        return visit.exchange()
                .header("If-None-Match")
                .filter(tags -> RecordTag.isKnown(tags, tag))
                .isPresent();
    }

    private static void send(Exchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.status(status);
        exchange.setHeader("Content-Type", type);
        exchange.setHeader("Cache-Control", "no-store");
        try (OutputStream out = Outlet.text(exchange, body.length)) {
            out.write(body);
        }
    }

    /** As {@link #problem(Visit, Problem, Map)}, without headers. */
    public void problem(Visit visit, Problem problem) throws IOException {
        problem(visit, problem, Map.of());
    }

    /** A problem as a page, or as {@code application/problem+json} when a program asked. */
    public void problem(Visit visit, Problem problem, Map<String, String> headers) throws IOException {
        if (problem.status() == 503) {
            visit.exchange().setHeader("Retry-After", "3");
        } else if (problem.status() == 429) {
            visit.exchange().setHeader("Retry-After", "60");
        }
        headers.forEach(visit.exchange()::setHeader);
        if (visit.forPrograms()) {
            byte[] body = json.writeValueAsBytes(JsonProblem.of(problem, visit.locale(), visit.requestId()));
            send(visit.exchange(), problem.status(), "application/problem+json", body);
            return;
        }
        String title = problem.title().in(visit.locale());
        Layout.Sheet sheet = new Layout.Sheet(title, List.of(), layout.problem(visit, problem), Optional.empty());
        send(visit, problem.status(), sheet);
    }
}
