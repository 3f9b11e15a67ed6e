package vn.kientao.platform.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Page;

/** Makes the links the platform would make, with tokens that are always the same: {@code test-token}, {@code test-once}. */
public final class FakePage implements Page {
    private static final Set<String> PAGING = Set.of("page", "after", "before");

    private final Texts texts;
    private final String module;
    private final Optional<Agency> agency;
    private final Actor actor;
    private final String path;
    private final Map<String, List<String>> query;

    FakePage(
            Texts texts,
            String module,
            Optional<Agency> agency,
            Actor actor,
            String path,
            Map<String, List<String>> query) {
        this.texts = texts;
        this.module = module;
        this.agency = agency;
        this.actor = actor;
        this.path = path;
        this.query = query;
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public String link(String target) {
        return agency.map(known -> "/" + known.code()).orElse("/public") + "/" + module + target;
    }

    @Override
    public String openLink(String target) {
        return "/public/" + module + target;
    }

    @Override
    public String absolute(String address) {
        return "https://kientao.test" + address;
    }

    @Override
    public String with(String parameter, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(query);
        changed.keySet().removeAll(PAGING);
        if (value.isEmpty()) {
            changed.remove(parameter);
        } else {
            changed.put(parameter, List.of(value));
        }
        return address(changed);
    }

    @Override
    public String here() {
        return address(query);
    }

    @Override
    public String csrfToken() {
        return "test-token";
    }

    @Override
    public String once() {
        return "test-once";
    }

    @Override
    public String draftUrl(String form) {
        return "/drafts/" + form;
    }

    @Override
    public String asset(String name) {
        return "/a/test/" + name;
    }

    @Override
    public boolean can(Permission permission) {
        return agency.map(known -> actor.can(permission, known.code()))
                .orElseGet(() -> actor.canEverywhere(permission));
    }

    @Override
    public Optional<String> agencyCode() {
        return agency.map(Agency::code);
    }

    private String address(Map<String, List<String>> parameters) {
        String joined = parameters.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return joined.isEmpty() ? path : path + "?" + joined;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
