package vn.kientao.platform.console.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Request;

/** Who did what a page tells of: the names of all its people, asked for at once. */
final class Names {
    private final Map<String, String> names;
    private final Request request;

    private Names(Map<String, String> names, Request request) {
        this.names = names;
        this.request = request;
    }

    static Names of(Collection<String> accounts, People people, Request request) {
        return new Names(people.names(accounts), request);
    }

    static Names of(String account, People people, Request request) {
        return of(List.of(account), people, request);
    }

    /** The reader, the platform through one of its doors, or a person. */
    String who(String account) {
        Texts texts = request.page().texts();
        if (account.equals(request.actor().account())) {
            return request.actor().name();
        }
        if (account.startsWith("system:")) {
            String door = account.substring("system:".length());
            return switch (door) {
                case "shell", "start", "job" -> texts.get("who." + door);
                default -> texts.get("who.platform");
            };
        }
        String name = names.get(account);
        return name == null ? texts.get("who.gone") : name;
    }
}
