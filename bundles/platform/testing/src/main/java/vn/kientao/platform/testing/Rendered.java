package vn.kientao.platform.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.kientao.platform.api.web.Body;
import vn.kientao.platform.api.web.Reply;

/** A page as a browser would read it, with the rules that every page keeps. */
public final class Rendered {
    private static final Set<String> WITHOUT_LABEL = Set.of("hidden", "submit", "button", "image", "reset");

    private final Document document;
    private final boolean whole;

    private Rendered(Document document, boolean whole) {
        this.document = document;
        this.whole = whole;
    }

    /** The content of a page, without the platform's layout. */
    public static Rendered of(Body body) {
        StringWriter out = new StringWriter();
        try {
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Rendered(Jsoup.parseBodyFragment(out.toString()), false);
    }

    /** The content of a page that a handler answered with. */
    public static Rendered of(Reply reply) {
        if (reply instanceof Reply.View view) {
            return of(view.body());
        }
        throw new AssertionError("answered with " + reply + " (expected: a page)");
    }

    /** A whole document with the platform's layout. */
    public static Rendered document(String html) {
        return new Rendered(Jsoup.parse(html), true);
    }

    public Document document() {
        return document;
    }

    /** The visible words of the first element under the selector. */
    public String text(String css) {
        return one(css).text();
    }

    /** The visible words of all elements under the selector. */
    public List<String> texts(String css) {
        return document.select(css).eachText();
    }

    public boolean has(String css) {
        return !document.select(css).isEmpty();
    }

    /** The first element under the selector. */
    public Element one(String css) {
        Element first = document.selectFirst(css);
        if (first == null) {
            throw new AssertionError(
                    "nothing under " + css + " in\n" + document.body().html());
        }
        return first;
    }

    /** Asserts the rules that hold for every page; all faults are named at once. */
    public Rendered keepsTheRules() {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults) + "\nin\n" + document.html());
        }
        return this;
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (document.select("h1").size() != 1) {
            faults.add(document.select("h1").size() + " h1 (expected: 1)");
        }
        if (whole && one("html").attr("lang").isBlank()) {
            faults.add("no lang on html");
        }
        if (whole && document.title().isBlank()) {
            faults.add("no title");
        }
        repeatedIds(faults);
        fieldsWithoutLabel(faults);
        inlineCode(faults);
        formsWithoutToken(faults);
        for (Element image : document.select("img:not([alt])")) {
            faults.add("no alt: " + image);
        }
        for (Element cell : document.select("thead th:not([scope])")) {
            faults.add("no scope: " + cell);
        }
        return faults;
    }

    private void repeatedIds(List<String> faults) {
        Set<String> seen = new HashSet<>();
        for (Element element : document.select("[id]")) {
            if (!seen.add(element.id())) {
                faults.add("id twice: " + element.id());
            }
        }
    }

    private void fieldsWithoutLabel(List<String> faults) {
        for (Element field : document.select("input, select, textarea")) {
            boolean exempt = field.normalName().equals("input") && WITHOUT_LABEL.contains(field.attr("type"));
            if (!exempt && !labelled(field)) {
                faults.add("no label: " + field.clone().empty());
            }
        }
    }

    private boolean labelled(Element field) {
        boolean byId = !field.id().isEmpty()
                && document.select("label").stream()
                        .anyMatch(label -> label.attr("for").equals(field.id()));
        return byId
                || field.closest("label") != null
                || field.hasAttr("aria-label")
                || field.hasAttr("aria-labelledby");
    }

    private void inlineCode(List<String> faults) {
        for (Element script : document.select("script:not([src])")) {
            if (!script.attr("type").equals("application/json")) {
                faults.add("inline script: " + script);
            }
        }
        for (Element style : document.select("style, [style]")) {
            faults.add("inline style: " + style.clone().empty());
        }
        for (Element element : document.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().startsWith("on")) {
                    faults.add("inline handler " + attribute.getKey() + ": "
                            + element.clone().empty());
                }
            }
        }
    }

    private void formsWithoutToken(List<String> faults) {
        for (Element form : document.select("form[method=post]")) {
            if (form.select("input[name=_csrf]").isEmpty()) {
                faults.add("no _csrf: " + form.clone().empty());
            }
        }
    }
}
