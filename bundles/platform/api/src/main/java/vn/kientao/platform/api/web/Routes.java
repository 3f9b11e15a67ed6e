package vn.kientao.platform.api.web;

import org.osgi.annotation.versioning.ProviderType;
import vn.kientao.platform.api.security.Permission;

/**
 * A table of routes in the making: method, path, permission, handler. There is no way to declare a route without a
 * permission. The same path and method twice refuses the release.
 */
@ProviderType
public interface Routes {

    Route get(String path, Permission permission, Handler handler);

    Route post(String path, Permission permission, Handler handler);

    Route put(String path, Permission permission, Handler handler);

    Route delete(String path, Permission permission, Handler handler);

    /** One declared route, to be described further. */
    @ProviderType
    interface Route {

        /** Shows the route in the menu of staff who hold its permission; smaller {@code order} first. */
        Route menu(String textKey, String icon, int order);

        /** The text key of a one-line summary for the API description. */
        Route summary(String textKey);

        /** Query parameters that the API description names. */
        Route query(String... names);

        /** The record read from a JSON body, for the API description. */
        Route accepts(Class<?> body);

        /** The record written as JSON, for the API description. */
        Route returns(Class<?> body);

        /**
         * Accepts {@code multipart/form-data} with files up to so many bytes in all.
         *
         * @param kinds what a file may be by its content; none for every kind there is
         */
        Route uploads(long mostBytes, UploadKind... kinds);

        /**
         * Asks the handler also when a file is refused for what it holds, or because the files are too many bytes in all, so
         * that the form can come back with everything that was typed and {@link Request#refusedUploads} beside it. Without
         * this the platform answers by itself; with it, only beyond eight times the bytes that are taken.
         */
        Route showsRefusedFiles();

        /**
         * Asks for a fresh proof of the person before the handler runs, see {@link StepUp}: for what cannot be undone and
         * for what gives power away.
         */
        Route stepUp();

        /**
         * The route is about one record with a version: a GET answers with {@link Reply.Json#version}, and whoever changes
         * the record must name the version in {@code If-Match} (428 without it), which the handler holds against the
         * present one by {@link Request#expect}. For JSON routes; forms post their version.
         */
        Route versioned();
    }
}
