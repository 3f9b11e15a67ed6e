package vn.kientao.platform.api.web;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The routes (tuyến) of a module, declared once when a release is admitted. Register a component of this type for each
 * group of pages; paths begin with a slash and may hold {@code {name}} for one segment.
 *
 * <pre>
 * public void staff(Routes routes) {
 *     routes.get("/dossiers", READ, this::list).menu("menu.dossiers", "folder", 10);
 *     routes.get("/dossiers/{code}", READ, this::show);
 *     routes.post("/dossiers/{code}/finish", FINISH, this::finish);
 * }
 * </pre>
 */
@ConsumerType
public interface ModuleRoutes {

    /** Pages for staff under {@code /{agency}/{module}}. */
    default void staff(Routes routes) {}

    /** Pages for everybody under {@code /public/{module}}. */
    default void open(Routes routes) {}

    /** Answers for programs under {@code /api/v1/{agency}/{module}}. */
    default void api(Routes routes) {}

    /** Answers for programs of everybody under {@code /api/v1/public/{module}}. */
    default void openApi(Routes routes) {}
}
