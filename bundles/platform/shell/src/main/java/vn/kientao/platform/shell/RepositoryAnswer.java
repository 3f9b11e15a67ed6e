package vn.kientao.platform.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import vn.kientao.platform.api.module.Repositories;
import vn.kientao.platform.api.module.Repositories.Offer;
import vn.kientao.platform.api.module.Repositories.Source;
import vn.kientao.platform.api.module.RepositoryException;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;

/** What the commands of repositories have in common. */
abstract class RepositoryAnswer extends Answer {
    static final Actor SHELL = Actor.system("shell");

    @Reference
    Repositories repositories;

    @Override
    final void answer() throws Exception {
        try {
            act();
        } catch (RepositoryException e) {
            throw new CommandFailedException(words().get(e.reason()), e);
        }
    }

    /** Does what was asked. */
    abstract void act() throws Exception;

    static Map<String, Object> json(Source source) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", source.name());
        json.put("location", source.location());
        json.put("addedAt", source.addedAt().toString());
        json.put("addedBy", source.addedBy());
        return json;
    }

    static Map<String, Object> json(Offer offer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("module", offer.module().value());
        json.put("version", offer.version().toString());
        json.put("name", text(offer.name()));
        json.put("standing", offer.standing().name());
        offer.live().ifPresent(live -> json.put("live", live.toString()));
        offer.obstacle().ifPresent(obstacle -> json.put("obstacle", text(obstacle)));
        json.put("publisher", offer.publisher());
        json.put("sha256", offer.sha256());
        json.put("bytes", offer.bytes());
        json.put("changelog", text(offer.changelog()));
        json.put("screenshots", offer.screenshots());
        return json;
    }

    private static Map<String, String> text(LocalText text) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("vi", text.vi());
        json.put("en", text.en());
        return json;
    }
}
