package vn.kientao.platform.security.token;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.security.Actor;

/** Cuts an actor down to what a token may do. A token never does more than its owner may at that moment. */
final class TokenScope {
    private TokenScope() {}

    static Actor cut(Actor owner, Set<String> scopes, Optional<String> agency) {
        if (agency.isEmpty()) {
            Map<String, Set<String>> byAgency = new HashMap<>();
            owner.byAgency().forEach((code, held) -> byAgency.put(code, common(held, scopes)));
            return new Actor(owner.account(), owner.name(), common(owner.everywhere(), scopes), byAgency);
        }
        Set<String> there = new HashSet<>(owner.everywhere());
        there.addAll(owner.byAgency().getOrDefault(agency.get(), Set.of()));
        return new Actor(owner.account(), owner.name(), Set.of(), Map.of(agency.get(), common(there, scopes)));
    }

    private static Set<String> common(Set<String> held, Set<String> scopes) {
        Set<String> common = new HashSet<>(held);
        common.retainAll(scopes);
        return common;
    }
}
