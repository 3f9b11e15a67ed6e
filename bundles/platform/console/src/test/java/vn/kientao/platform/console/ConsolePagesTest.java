package vn.kientao.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.module.SafeMode;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FakeUpload;
import vn.kientao.platform.testing.Rendered;

class ConsolePagesTest {
    private static final LocalText NO = new LocalText("Đang triển khai, hãy đợi.", "A rollout is under way: wait.");
    private static final Strategy STAGED = Strategy.parse("STP2, 25%", Strategy.USUAL_WATCH, false);

    private final TestConsole console = new TestConsole();
    private final FakeKernel kernel = console.kernel;

    @Test
    void theOverviewSaysWhatWantsAPerson() {
        kernel.rollouts.put(4L, FakeKernel.rollout(4, Kind.UPDATE, Step.AWAITING_APPROVAL, STAGED, -1, false));
        kernel.safeMode = Optional.of(new SafeMode(
                3, FakeKernel.PROCEDURES, new Version(1, 2, 0), Optional.of(FakeKernel.LIVE), 3, FakeKernel.NOW));

        Rendered page = console.page("/admin", console.get());

        assertThat(page.texts(".kt-task a"))
                .startsWith("Nền tảng đang chạy ở chế độ an toàn", "Thủ tục hành chính", "Đợt triển khai 4: procedures")
                .contains("Chế độ phát triển đang bật");
        assertThat(page.texts("tbody th")).containsExactly("Đợt 4");
    }

    @Test
    void modulesAreFoundWithoutAccents() {
        assertThat(console.page("/admin/modules", console.get().withQuery("q", "thu tuc"))
                        .texts(".kt-result h2"))
                .containsExactly("Thủ tục hành chính");
        assertThat(console.page("/admin/modules", console.get().withQuery("q", "khong co"))
                        .has(".kt-empty"))
                .isTrue();
        assertThat(console.page("/admin/modules", console.get().withQuery("state", "AWAY"))
                        .has(".kt-empty"))
                .isTrue();
        assertThat(console.page("/admin/modules", console.get().withQuery("state", "problem"))
                        .texts(".kt-chip"))
                .containsExactly("Cần chú ý , bỏ lọc");
    }

    @Test
    void aModuleThatWasTakenOutOffersToPurgeItsData() {
        kernel.installed = false;
        kernel.rollouts.put(4L, FakeKernel.rollout(4, Kind.UNINSTALL, Step.DONE, Strategy.atOnce(), 0, false));

        assertThat(console.page("/admin/modules", console.get())
                        .one(".kt-task a")
                        .attr("href"))
                .isEqualTo("/admin/modules/procedures/purge");
    }

    @Test
    void anUploadLeadsToItsPlanAndARefusedOneSaysWhy() {
        console.page("/admin/modules/upload", console.get());
        Reply plan =
                console.send("/admin/modules/upload", console.post().withFile("file", FakeUpload.text("a.jar", "jar")));
        assertThat(((Reply.Redirect) plan).location()).isEqualTo("/admin/plans/9");

        kernel.refusal = Optional.of(NO);
        Reply refused =
                console.send("/admin/modules/upload", console.post().withFile("file", FakeUpload.text("a.jar", "bad")));
        assertThat(((Reply.View) refused).status()).isEqualTo(422);
        assertThat(TestConsole.show(refused).text("#file-error")).isEqualTo(NO.vi());
        assertThat(((Reply.View) console.send("/admin/modules/upload", console.post())).status())
                .isEqualTo(422);
    }

    @Test
    void aPlanShowsEverythingAndIsAppliedInStages() {
        kernel.plans.put(9L, FakeKernel.plan(9, true, Optional.empty()));
        Rendered page = console.page("/admin/plans/{plan}", plan(console.get()));
        assertThat(page.text("body"))
                .contains("từ 1.1.0 lên 1.2.0", "Ký bởi Sở KHCN.", "1,4 MB", "8,4 GB", "V003__add_note.sql")
                .contains("V002__drop_old.sql", "3 bản nháp", "procedures.archive", "procedures.old", "Bỏ mẫu cũ")
                .contains("từ [1.0.0,2.0.0) lên [1.1.0,2.0.0)", "Đang giờ làm việc.");
        assertThat(page.texts("h3")).startsWith("Cần biết trước");
        assertThat(page.one("#way-staged").hasAttr("checked")).isTrue();

        Reply begun = apply(plan(console.post())
                .withField("way", "staged")
                .withField("first", "STP2", "P-AX")
                .withField("stages", "25%, all")
                .withField("watch", "15")
                .withField("automatic", "no"));

        assertThat(((Reply.Redirect) begun).location()).isEqualTo("/admin/rollouts/1");
        assertThat(kernel.acts).containsExactly("apply 9 P-AX+STP2, 25%, all 15 false");
    }

    @Test
    void stagesThatDoNotFitAreNamedBesideTheirFields() {
        kernel.plans.put(9L, FakeKernel.plan(9, true, Optional.empty()));
        Rendered page = TestConsole.show(apply(plan(console.post())
                .withField("way", "staged")
                .withField("stages", "NOPE, all")
                .withField("watch", "viel")));
        assertThat(page.text("#stages-error")).contains("NOPE");
        assertThat(page.text("#watch-error")).contains("10080");
        assertThat(page.one("#stages").attr("value")).isEqualTo("NOPE, all");

        for (String wrong : new String[] {"all", "120%", "đ đ", "25%, all, 50%"}) {
            Reply reply = apply(plan(console.post())
                    .withField("way", "staged")
                    .withField("stages", wrong)
                    .withField("watch", "1"));
            assertThat(((Reply.View) reply).status()).as(wrong).isEqualTo(422);
        }
        assertThat(kernel.acts).isEmpty();
    }

    private Reply apply(FakeRequest request) {
        return console.send("/admin/plans/{plan}/apply", request);
    }

    private static FakeRequest plan(FakeRequest request) {
        return request.withPathValue("plan", "9");
    }

    @Test
    void namesThePeopleWhoDidSomething() {
        assertThat(console.page("/admin/publishers", console.get()).text("main, body"))
                .contains("Lỗi mất dữ liệu")
                .contains("Trần Văn Tám");
    }

    @Test
    void aStalePlanOffersToPlanAnewAndNothingElse() {
        kernel.plans.put(9L, FakeKernel.plan(9, false, Optional.empty()));
        Rendered page = console.page("/admin/plans/{plan}", plan(console.get()));
        assertThat(page.has("form[action=/admin/plans/9/apply]")).isFalse();
        assertThat(page.has("form[action=/admin/plans/9/again]")).isTrue();

        Reply again = console.send("/admin/plans/{plan}/again", plan(console.post()));
        assertThat(((Reply.Redirect) again).location()).isEqualTo("/admin/plans/10");
        assertThat(kernel.acts).containsExactly("plan-return procedures 1.2.0");
    }

    @Test
    void whatTheKernelRefusesStandsOnThePageOfThePlan() {
        kernel.plans.put(9L, FakeKernel.plan(9, true, Optional.empty()));
        kernel.refusal = Optional.of(NO);
        Reply refused = apply(plan(console.post()).withField("way", "once"));

        assertThat(((Reply.View) refused).status()).isEqualTo(409);
        assertThat(TestConsole.show(refused).text(".kt-flash-late")).isEqualTo(NO.vi());
    }

    @Test
    void aRolloutShowsItsStagesAndFiguresAndWhatMayBeDone() {
        kernel.rollouts.put(4L, FakeKernel.rollout(4, Kind.UPDATE, Step.CANARY, STAGED, 0, false));
        Rendered page = console.page("/admin/rollouts/{rollout}", rollout(console.get()));
        assertThat(page.texts(".kt-event h3"))
                .startsWith("Cơ quan STP2 (STP2)", "25% số cơ quan", "Mọi cơ quan và người dân");
        assertThat(page.texts("tbody tr"))
                .containsExactly("1.1.0 5.000 1 0,0 % 40 ms", "1.2.0 (mới) 100 5 5,0 % 40 ms");
        assertThat(page.texts(".kt-actions .btn")).containsExactly("Mở rộng", "Tạm dừng", "Quay lui");
        assertThat(page.has("#live-poll")).isTrue();
        assertThat(page.text("body")).contains("Giai đoạn 1 bắt đầu.");

        kernel.rollouts.put(4L, FakeKernel.rollout(4, Kind.UPDATE, Step.CANARY, STAGED, 0, true));
        assertThat(console.page("/admin/rollouts/{rollout}", rollout(console.get()))
                        .text(".btn-primary"))
                .isEqualTo("Tiếp tục");
        kernel.rollouts.put(4L, FakeKernel.rollout(4, Kind.UPDATE, Step.ROLLED_BACK, STAGED, 0, false));
        Rendered ended = console.page("/admin/rollouts/{rollout}", rollout(console.get()));
        assertThat(ended.has("#live-poll")).isFalse();
        assertThat(ended.text(".kt-flash-late")).contains("5 %");
        assertThat(ended.has(".kt-actions")).isFalse();
    }

    @Test
    void whoAskedForARolloutCanNotApproveIt() {
        kernel.rollouts.put(4L, FakeKernel.rollout(4, Kind.UPDATE, Step.AWAITING_APPROVAL, STAGED, -1, false));
        Rendered own = console.page("/admin/rollouts/{rollout}", rollout(console.get()));
        assertThat(own.has("form[action=/admin/rollouts/4/approve]")).isFalse();
        assertThat(own.text(".kt-flash-need")).contains("một người quản trị khác");

        Actor other = Actor.system("shell");
        assertThat(console.page(
                                "/admin/rollouts/{rollout}",
                                rollout(console.get().by(other)))
                        .has("form[action=/admin/rollouts/4/approve]"))
                .isTrue();
    }

    private static FakeRequest rollout(FakeRequest request) {
        return request.withPathValue("rollout", "4");
    }

    @Test
    void everyVerbOfARolloutReachesTheKernel() {
        kernel.rollouts.put(4L, FakeKernel.rollout(4, Kind.UPDATE, Step.CANARY, STAGED, 0, false));
        for (String verb : new String[] {"pause", "resume", "promote", "take-back", "approve", "turn-down"}) {
            console.send("/admin/rollouts/{rollout}/" + verb, rollout(console.post()));
        }
        assertThat(kernel.acts)
                .containsExactly("pause 4", "resume 4", "promote 4", "take-back 4", "approve 4", "turn-down 4");
        console.page("/admin/rollouts/{rollout}/take-back", rollout(console.get()));
        console.page("/admin/rollouts/{rollout}/turn-down", rollout(console.get()));

        kernel.refusal = Optional.of(NO);
        Reply refused = console.send("/admin/rollouts/{rollout}/promote", rollout(console.post()));
        assertThat(((Reply.View) refused).status()).isEqualTo(409);
    }

    @Test
    void rolloutsAreFilteredAndPaged() {
        for (long id = 1; id <= 40; id++) {
            Step step = id % 2 == 0 ? Step.DONE : Step.FAILED;
            kernel.rollouts.put(id, FakeKernel.rollout(id, Kind.UPDATE, step, Strategy.atOnce(), 0, false));
        }
        Rendered first = console.page("/admin/rollouts", console.get());
        assertThat(first.texts("tbody th")).hasSize(30).startsWith("Đợt 40");
        assertThat(first.one("a[rel=next]").attr("href")).contains("after=11");
        assertThat(console.page("/admin/rollouts", console.get().withQuery("after", "11"))
                        .texts("tbody th"))
                .hasSize(10)
                .startsWith("Đợt 10");
        assertThat(console.page("/admin/rollouts", console.get().withQuery("state", "back"))
                        .texts("tbody th"))
                .hasSize(20);
        assertThat(console.page("/admin/rollouts", console.get().withQuery("state", "open"))
                        .has(".kt-empty"))
                .isTrue();
    }

    @Test
    void aModuleHasItsTabs() {
        Rendered about = console.page("/admin/modules/{module}", module(console.get()));
        assertThat(about.text("body"))
                .contains("Tiếp nhận và trả kết quả hồ sơ", "Công chức Một cửa", "/public/procedures");
        Rendered history = console.page("/admin/modules/{module}/history", module(console.get()));
        assertThat(history.texts("tbody tr")).hasSize(2);
        assertThat(history.one("tbody input[name=version]").attr("value")).isEqualTo("1.0.0");
        Rendered health = console.page("/admin/modules/{module}/health", module(console.get()));
        assertThat(health.texts("tbody th")).containsExactly("Cơ quan SNV2", "Người dân", "Cơ quan STP2");
        assertThat(health.texts("tbody tr").get(2)).contains("5 (5,0 %)", "12 ms", "40 ms");
        assertThatThrownBy(() ->
                        console.page("/admin/modules/{module}", console.get().withPathValue("module", "nothing")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aReleaseInQuarantineIsLetInAgain() {
        assertThat(console.page("/admin/modules/{module}/health", module(console.get()))
                        .text(".kt-flash-late"))
                .contains("1.2.0", "Dùng quá nhiều bộ nhớ.");
        console.send("/admin/modules/{module}/readmit", module(console.post()));
        assertThat(console.around.acts).containsExactly("lift procedures");

        console.rooms.unbindQuarantines(console.around.quarantines);
        console.page("/admin/modules/{module}/health", module(console.get()));
    }

    private static FakeRequest module(FakeRequest request) {
        return request.withPathValue("module", "procedures");
    }

    @Test
    void anAdministratorSwitchesAModuleForOneAgencyAndOffersIt() {
        Rendered page = console.page("/admin/modules/{module}/agencies", module(console.get()));
        assertThat(page.texts("tbody tr")).hasSize(3);
        assertThat(console.page(
                                "/admin/modules/{module}/agencies",
                                module(console.get()).withQuery("only", "off"))
                        .texts("tbody th"))
                .containsExactly("Cơ quan P-AX");
        console.send("/admin/modules/{module}/enable", module(console.post()).withField("agency", "P-AX"));
        console.send("/admin/modules/{module}/disable", module(console.post()).withField("agency", "STP2"));
        console.page("/admin/modules/{module}/publication", module(console.get()));
        console.send(
                "/admin/modules/{module}/publication",
                module(console.post()).withField("audience", "SOME").withField("agency", "SNV2", "P-AX"));
        assertThat(kernel.acts)
                .containsExactly(
                        "enable procedures P-AX", "disable procedures STP2", "publish procedures SOME [P-AX, SNV2]");

        Reply nobody = console.send(
                "/admin/modules/{module}/publication", module(console.post()).withField("audience", "SOME"));
        assertThat(((Reply.View) nobody).status()).isEqualTo(422);
    }

    @Test
    void whatHasNoEarlierVersionIsNotOfferedForRollingBack() {
        kernel.retained = List.of();

        Rendered page = console.page("/admin/modules/{module}/roll-back", module(console.get()));

        assertThat(page.text("main, body")).contains("Chưa có phiên bản nào trước");
        assertThat(page.has(".btn-danger")).isFalse();
    }

    @Test
    void rollingBackUninstallingAndPurgingAskFirst() {
        console.page("/admin/modules/{module}/roll-back", module(console.get()));
        console.page("/admin/modules/{module}/uninstall", module(console.get()));
        console.page("/admin/modules/{module}/purge", module(console.get()));
        console.send("/admin/modules/{module}/roll-back", module(console.post()));
        console.send("/admin/modules/{module}/plans", module(console.post()).withField("version", "1.0.0"));
        console.send("/admin/modules/{module}/uninstall", module(console.post()));
        Reply wrong = console.send(
                "/admin/modules/{module}/purge", module(console.post()).withField("typed", "procedure"));
        assertThat(((Reply.View) wrong).status()).isEqualTo(422);
        console.send("/admin/modules/{module}/purge", module(console.post()).withField("typed", "procedures"));
        assertThat(kernel.acts)
                .containsExactly(
                        "roll-back procedures",
                        "plan-return procedures 1.0.0",
                        "uninstall procedures",
                        "purge procedures procedures");
    }

    @Test
    void anAgencySeesWhatItIsOfferedAndSwitchesItForItselfOnly() {
        Rendered list = console.page("/{agency}/catalogue", mine(console.get(), "STP2"));
        assertThat(list.texts(".kt-result h2")).containsExactly("Thủ tục hành chính");
        Rendered offer = console.page("/{agency}/catalogue/{module}", module(mine(console.get(), "STP2")));
        assertThat(offer.text("body")).contains("Không mất dữ liệu nào", "Công chức Một cửa");
        console.send("/{agency}/catalogue/{module}/disable", module(mine(console.post(), "STP2")));
        assertThat(kernel.acts).containsExactly("disable procedures STP2");
        assertThat(console.page("/{agency}/catalogue/{module}", module(mine(console.get(), "STP2")))
                        .text("body"))
                .contains("Điều kiện", "/STP2/procedures");

        assertThat(console.page("/{agency}/catalogue", mine(console.get(), "SNV2"))
                        .has(".kt-empty"))
                .isTrue();
        assertThatThrownBy(
                        () -> console.send("/{agency}/catalogue/{module}/enable", module(mine(console.post(), "SNV2"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    private static FakeRequest mine(FakeRequest request, String agency) {
        return request.in(agency).may(Permission.CATALOGUE);
    }

    @Test
    void publishersAreTrustedAndRevokedWithAReason() {
        Rendered page = console.page("/admin/publishers", console.get());
        assertThat(page.text("body")).contains("Chế độ phát triển", "Ed25519", "Lỗi mất dữ liệu");
        console.send(
                "/admin/publishers",
                console.post()
                        .withField("publisher", "Sở TTTT")
                        .withFile("certificate", FakeUpload.text("k.pem", "x")));
        Reply nothing = console.send("/admin/publishers", console.post());
        assertThat(TestConsole.show(nothing).texts(".kt-error")).hasSize(2);
        console.page("/admin/publishers/{fingerprint}/revoke", key(console.get()));
        Reply without = console.send("/admin/publishers/{fingerprint}/revoke", key(console.post()));
        assertThat(((Reply.View) without).status()).isEqualTo(422);
        console.send(
                "/admin/publishers/{fingerprint}/revoke", key(console.post()).withField("reason", "lộ khoá"));
        console.send("/admin/publishers/unpin", console.post().withField("module", "procedures"));
        FakeRequest held = console.post()
                .withField("module", "procedures")
                .withField("version", "1.0.0")
                .withField("reason", "lỗi");
        console.send("/admin/publishers/hold-back", held);
        console.send("/admin/publishers/let-through", held);
        assertThat(console.around.acts)
                .containsExactly(
                        "trust Sở TTTT",
                        "revoke 0123 lộ khoá",
                        "unpin procedures",
                        "hold-back procedures 1.0.0 lỗi",
                        "let-through procedures 1.0.0");
        assertThat(TestConsole.show(console.send(
                                "/admin/publishers/hold-back", console.post().withField("module", "1X")))
                        .texts(".kt-error"))
                .hasSize(3);
    }

    private static FakeRequest key(FakeRequest request) {
        return request.withPathValue("fingerprint", FakeRooms.FINGERPRINT);
    }

    @Test
    void backupsAreTakenAsAJobAndDeletedByTypingTheirName() {
        Rendered page = console.page("/admin/backups", console.get());
        assertThat(page.texts("tbody tr")).hasSize(1);
        console.send("/admin/backups", console.post().withField("reason", "thử"));
        assertThat(console.page("/admin/backups", console.get())
                        .one("[data-job-url]")
                        .attr("data-job-url"))
                .isEqualTo("/api/v1/jobs/17");
        String name = console.around.backups.all().get(0).name();
        console.page("/admin/backups/{name}/delete", console.get().withPathValue("name", name));
        Reply wrong =
                console.send("/admin/backups/{name}/delete", console.post().withPathValue("name", name));
        assertThat(((Reply.View) wrong).status()).isEqualTo(422);
        console.send(
                "/admin/backups/{name}/delete",
                console.post().withPathValue("name", name).withField("typed", name));
        assertThat(console.around.acts).containsExactly("submit platform.backup thử", "delete " + name);

        console.routes.call("GET", "/admin/backups/{name}/file", console.get().withPathValue("name", name));
        assertThat(console.audited).hasSize(1);
    }

    @Test
    void roomsThatAreAwaySaySo() {
        console.rooms.unbindPublishers(console.around.publishers);
        console.rooms.unbindBackups(console.around.backups);

        assertThat(console.page("/admin/publishers", console.get()).text("h2")).contains("chưa sẵn sàng");
        assertThat(console.page("/admin/backups", console.get()).text("h2")).contains("chưa sẵn sàng");
        console.page("/admin", console.get());
        assertThatThrownBy(() -> console.send("/admin/backups", console.post())).isInstanceOf(ProblemException.class);
    }
}
