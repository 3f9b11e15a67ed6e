package vn.kientao.platform.console.verb;

import static java.util.Objects.requireNonNull;

/**
 * What an administrator can do, with its three doors: the REST route, the route of the page and the shell command. Each
 * verb that changes something writes one audit entry, whichever door it came through.
 */
public enum Verb {
    LIST(false, "GET /api/v1/admin/modules", "GET /admin/modules", "module:list"),
    SHOW(false, "GET /api/v1/admin/modules/{module}", "GET /admin/modules/{module}", "module:info"),
    HISTORY(
            false,
            "GET /api/v1/admin/modules/{module}/history",
            "GET /admin/modules/{module}/history",
            "module:history"),
    USAGE(false, "GET /api/v1/admin/modules/{module}/usage", "GET /admin/modules/{module}/health", "module:usage"),
    PLAN(true, "POST /api/v1/admin/plans", "POST /admin/modules/upload", "module:plan"),
    PLAN_RETURN(true, "POST /api/v1/admin/modules/{module}/plans", "POST /admin/modules/{module}/plans", "module:plan"),
    APPLY(true, "POST /api/v1/admin/plans/{plan}/apply", "POST /admin/plans/{plan}/apply", "module:apply"),
    INSTALL(true, "POST /api/v1/admin/modules", "POST /admin/plans/{plan}/apply", "module:install"),
    UPDATE(true, "POST /api/v1/admin/modules", "POST /admin/plans/{plan}/apply", "module:update"),
    ROLL_BACK(
            true,
            "POST /api/v1/admin/modules/{module}/roll-back",
            "POST /admin/modules/{module}/roll-back",
            "module:rollback"),
    ENABLE(
            true,
            "PUT /api/v1/admin/modules/{module}/agencies/{code}",
            "POST /admin/modules/{module}/enable",
            "module:enable"),
    DISABLE(
            true,
            "DELETE /api/v1/admin/modules/{module}/agencies/{code}",
            "POST /admin/modules/{module}/disable",
            "module:disable"),
    READMIT(
            true,
            "POST /api/v1/admin/modules/{module}/readmit",
            "POST /admin/modules/{module}/readmit",
            "module:readmit"),
    PUBLISH(
            true,
            "PUT /api/v1/admin/modules/{module}/publication",
            "POST /admin/modules/{module}/publication",
            "module:publish"),
    UNINSTALL(
            true,
            "POST /api/v1/admin/modules/{module}/uninstall",
            "POST /admin/modules/{module}/uninstall",
            "module:uninstall"),
    PURGE(true, "POST /api/v1/admin/modules/{module}/purge", "POST /admin/modules/{module}/purge", "module:purge"),
    ROLLOUTS(false, "GET /api/v1/admin/rollouts", "GET /admin/rollouts", "rollout:list"),
    ROLLOUT(false, "GET /api/v1/admin/rollouts/{rollout}", "GET /admin/rollouts/{rollout}", "rollout:status"),
    PAUSE(true, "POST /api/v1/admin/rollouts/{rollout}/pause", "POST /admin/rollouts/{rollout}/pause", "rollout:pause"),
    RESUME(
            true,
            "POST /api/v1/admin/rollouts/{rollout}/resume",
            "POST /admin/rollouts/{rollout}/resume",
            "rollout:resume"),
    PROMOTE(
            true,
            "POST /api/v1/admin/rollouts/{rollout}/promote",
            "POST /admin/rollouts/{rollout}/promote",
            "rollout:promote"),
    TAKE_BACK(
            true,
            "POST /api/v1/admin/rollouts/{rollout}/take-back",
            "POST /admin/rollouts/{rollout}/take-back",
            "rollout:back"),
    APPROVE(
            true,
            "POST /api/v1/admin/rollouts/{rollout}/approve",
            "POST /admin/rollouts/{rollout}/approve",
            "rollout:approve"),
    TURN_DOWN(
            true,
            "POST /api/v1/admin/rollouts/{rollout}/turn-down",
            "POST /admin/rollouts/{rollout}/turn-down",
            "rollout:turn-down"),
    KEYS(false, "GET /api/v1/admin/publishers", "GET /admin/publishers", "publisher:list"),
    TRUST(true, "POST /api/v1/admin/publishers", "POST /admin/publishers", "publisher:trust"),
    REVOKE(
            true,
            "POST /api/v1/admin/publishers/{fingerprint}/revoke",
            "POST /admin/publishers/{fingerprint}/revoke",
            "publisher:revoke"),
    UNPIN(true, "DELETE /api/v1/admin/pins/{module}", "POST /admin/publishers/unpin", "publisher:unpin"),
    HOLD_BACK(
            true,
            "PUT /api/v1/admin/held-back/{module}/{version}",
            "POST /admin/publishers/hold-back",
            "publisher:hold-back"),
    LET_THROUGH(
            true,
            "DELETE /api/v1/admin/held-back/{module}/{version}",
            "POST /admin/publishers/let-through",
            "publisher:let-through"),
    BACKUPS(false, "GET /api/v1/admin/backups", "GET /admin/backups", "backup:list"),
    BACK_UP(true, "POST /api/v1/admin/backups", "POST /admin/backups", "backup:create"),
    DELETE_BACKUP(true, "DELETE /api/v1/admin/backups/{name}", "POST /admin/backups/{name}/delete", "backup:delete"),
    SOURCES(false, "GET /api/v1/admin/repository/sources", "GET /admin/repository", "repository:list"),
    ADD_SOURCE(true, "POST /api/v1/admin/repository/sources", "POST /admin/repository", "repository:add"),
    REMOVE_SOURCE(
            true,
            "DELETE /api/v1/admin/repository/sources/{name}",
            "POST /admin/repository/sources/{name}/remove",
            "repository:remove"),
    CHECK_SOURCE(
            false,
            "GET /api/v1/admin/repository/sources/{name}/offers",
            "GET /admin/repository/sources/{name}",
            "repository:check"),
    PLAN_OFFER(
            true,
            "POST /api/v1/admin/repository/sources/{name}/plans",
            "POST /admin/repository/sources/{name}/plan",
            "repository:plan"),
    EXPORT_BUNDLE(false, "GET /api/v1/admin/repository/bundle", "GET /admin/repository/bundle", "repository:export"),
    IMPORT_BUNDLE(true, "POST /api/v1/admin/repository/bundle", "POST /admin/repository/bundle", "repository:import");

    private final boolean changes;
    private final String rest;
    private final String page;
    private final String command;

    Verb(boolean changes, String rest, String page, String command) {
        this.changes = changes;
        this.rest = requireNonNull(rest, "rest");
        this.page = requireNonNull(page, "page");
        this.command = requireNonNull(command, "command");
    }

    /** Whether it changes something, and so writes an audit entry. */
    public boolean changes() {
        return changes;
    }

    /** Method and path for programs. */
    public String rest() {
        return rest;
    }

    /** Method and path of the page that does it. */
    public String page() {
        return page;
    }

    /** The shell command, {@code scope:name}. */
    public String command() {
        return command;
    }
}
