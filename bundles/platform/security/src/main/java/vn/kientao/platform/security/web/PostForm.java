package vn.kientao.platform.security.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.security.domain.KnownRoles;
import vn.kientao.platform.security.domain.NewPost;
import vn.kientao.platform.security.domain.RoleGrant;

/**
 * A new post as it was typed, or as a program wrote it.
 *
 * @param agency code of the agency; empty for everywhere. An agency's own door names its own
 * @param to last day; empty when there is none
 */
public record PostForm(String role, String agency, String unit, String from, String to) {

    /** What programs send; days as {@code 2026-11-23}, from today on when {@code from} is missing. */
    public record Body(
            String role,
            @Nullable String agency,
            @Nullable String unit,
            @Nullable String from,
            @Nullable String to) {}

    static PostForm empty(PeopleDoor door, Request request) {
        return new PostForm(
                "", "", door.unit(request), Formats.date(door.posts().today()), "");
    }

    static PostForm of(Request request) {
        return new PostForm(
                request.field("role").orElse(""),
                PeopleDoor.agency(request).or(() -> request.field("agency")).orElse(""),
                request.field("unit").orElse(""),
                request.field("from").orElse(""),
                request.field("to").orElse(""));
    }

    static PostForm of(Request request, Body body) {
        return new PostForm(
                body.role(),
                PeopleDoor.agency(request).orElse(orEmpty(body.agency())),
                orEmpty(body.unit()).strip(),
                orEmpty(body.from()),
                orEmpty(body.to()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The post; empty when something is wrong, which then stands in {@code errors}. */
    Optional<NewPost> read(PeopleDoor door, FormErrors errors) {
        if (!KnownRoles.all().contains(role)) {
            errors.add("role", door.text("accounts.role-missing"));
        }
        if (!agency.isEmpty() && door.agencies().find(agency).isEmpty()) {
            errors.add("agency", door.text("accounts.agency-unknown"));
        }
        if (role.equals(Roles.PLATFORM_ADMINISTRATOR) && !agency.isEmpty()) {
            errors.add("agency", door.text("accounts.administrator-everywhere"));
        }
        if (role.equals(Roles.AGENCY_ADMINISTRATOR) && agency.isEmpty()) {
            errors.add("agency", door.text("posts.agency-missing"));
        }
        if (unit.length() > NewPost.LONGEST_UNIT || (agency.isEmpty() && !unit.isEmpty())) {
            errors.add("unit", door.text("posts.unit-wrong"));
        }
        Optional<LocalDate> first = from.isEmpty() ? Optional.of(door.posts().today()) : Days.of(from);
        Optional<LocalDate> last = to.isEmpty() ? Optional.empty() : Days.of(to);
        if (first.isEmpty()) {
            errors.add("from", door.text("posts.day-wrong", from));
        }
        if (!to.isEmpty() && last.isEmpty()) {
            errors.add("to", door.text("posts.day-wrong", to));
        }
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            errors.add("to", door.text("posts.to-before-from", Formats.date(first.get())));
        }
        return errors.isEmpty()
                ? Optional.of(new NewPost(
                        new RoleGrant(role, Optional.of(agency).filter(code -> !code.isEmpty())),
                        unit,
                        first.orElseThrow(),
                        last))
                : Optional.empty();
    }
}
