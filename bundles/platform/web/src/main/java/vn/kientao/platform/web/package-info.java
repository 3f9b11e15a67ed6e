/**
 * The one permanent door. Every request enters here, is given its actor, agency and module, and is handed to the release
 * that serves it; layout, assets, texts and error pages around a module's page are the platform's.
 */
@NullMarked
package vn.kientao.platform.web;

import org.jspecify.annotations.NullMarked;
