package vn.kientao.platform.console.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.ModuleUsage;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.module.Strategy.Scope;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.web.PlanModel.AgencyName;
import vn.kientao.platform.console.web.RolloutModel.Act;
import vn.kientao.platform.console.web.RolloutModel.Figure;
import vn.kientao.platform.console.web.RolloutModel.StageView;

/** Makes the picture of a rollout: its stages, what may be done, what both releases have done so far. */
final class RolloutView {
    private final Lookup lookup;
    private final Request request;
    private final Texts texts;

    RolloutView(Lookup lookup, Request request) {
        this.lookup = lookup;
        this.request = request;
        this.texts = request.page().texts();
    }

    RolloutModel of(RolloutStatus rollout, Optional<LocalText> refusal) {
        boolean own = rollout.by().equals(request.actor().account());
        List<String> concerned = Stream.concat(Stream.of(rollout.by()), rollout.progress().approvedBy().stream())
                .toList();
        Names names = Names.of(concerned, lookup.people(), request);
        return new RolloutModel(
                request.page(),
                rollout,
                texts.get(lookup.modules()
                        .find(rollout.module())
                        .map(ModuleStatus::name)
                        .orElse(LocalText.same(rollout.module().value()))),
                RolloutRow.of(rollout, names, request),
                acts(rollout, own),
                stages(rollout),
                served(rollout),
                figures(rollout),
                rollout.progress().approvedBy().map(account -> names.who(account)),
                own && rollout.step() == Step.AWAITING_APPROVAL,
                refusal);
    }

    private static List<Act> acts(RolloutStatus rollout, boolean own) {
        if (rollout.step() == Step.AWAITING_APPROVAL) {
            return own
                    ? List.of(new Act("turn-down", false, true))
                    : List.of(new Act("approve", true, false), new Act("turn-down", false, true));
        }
        if (rollout.step() != Step.CANARY || rollout.ended()) {
            return List.of();
        }
        return rollout.progress().paused()
                ? List.of(
                        new Act("resume", true, false),
                        new Act("promote", false, false),
                        new Act("take-back", false, true))
                : List.of(
                        new Act("promote", true, false),
                        new Act("pause", false, false),
                        new Act("take-back", false, true));
    }

    private List<StageView> stages(RolloutStatus rollout) {
        List<StageView> views = new ArrayList<>();
        List<Scope> scopes = rollout.progress().strategy().stages();
        for (int i = 0; i < scopes.size(); i++) {
            String kind = kind(rollout, i);
            views.add(new StageView(who(scopes.get(i)), kind, meta(rollout, i)));
        }
        return views;
    }

    private static String kind(RolloutStatus rollout, int stage) {
        if (rollout.succeeded()) {
            return "done";
        }
        int reached = rollout.progress().stage();
        if (stage > reached) {
            return "ahead";
        }
        if (rollout.ended()) {
            return "late";
        }
        if (stage < reached) {
            return "done";
        }
        return rollout.progress().paused() ? "need" : "progress";
    }

    private String meta(RolloutStatus rollout, int stage) {
        int reached = rollout.progress().stage();
        if (rollout.ended() && !rollout.succeeded() && stage <= reached) {
            return texts.get("stage.taken-back");
        }
        if (rollout.ended() || stage < reached) {
            return rollout.succeeded() || stage < reached ? texts.get("stage.done") : texts.get("stage.never");
        }
        return stage == reached
                ? rollout.progress()
                        .stageSince()
                        .map(since -> texts.get("stage.since", Formats.time(since)))
                        .orElse("")
                : texts.get("stage.ahead");
    }

    private String who(Scope scope) {
        if (scope instanceof Scope.Agencies agencies) {
            return agencies.codes().stream()
                    .sorted()
                    .map(code -> texts.get(lookup.agencyName(code)) + " (" + code + ")")
                    .collect(Collectors.joining(", "));
        }
        return scope instanceof Scope.Percent percent
                ? texts.get("stage.percent", String.valueOf(percent.percent()))
                : texts.get("stage.all");
    }

    private List<AgencyName> served(RolloutStatus rollout) {
        return rollout.progress().agencies().stream()
                .map(code -> new AgencyName(code, texts.get(lookup.agencyName(code))))
                .sorted(Comparator.comparing(AgencyName::name))
                .toList();
    }

    /** The releases that are up, the older first; the 95th percentile is that of the slowest agency. */
    private List<Figure> figures(RolloutStatus rollout) {
        Map<Version, List<ModuleUsage>> byVersion = lookup.modules().usage(rollout.module()).stream()
                .collect(Collectors.groupingBy(ModuleUsage::version, TreeMap::new, Collectors.toList()));
        return byVersion.entrySet().stream()
                .map(entry -> figure(entry.getKey(), entry.getKey().equals(rollout.to()), entry.getValue()))
                .toList();
    }

    private static Figure figure(Version version, boolean ahead, List<ModuleUsage> usages) {
        long requests = usages.stream().mapToLong(ModuleUsage::requests).sum();
        long errors = usages.stream().mapToLong(ModuleUsage::errors).sum();
        Duration p95 = usages.stream()
                .map(ModuleUsage::p95)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new Figure(
                version.toString(),
                ahead,
                Formats.number(requests),
                Formats.number(errors),
                Words.share(errors, requests),
                Words.time(p95));
    }
}
