/**
 * Drafts (bản nháp): half-filled forms that the platform keeps for whoever fills them in, signed in or not. They belong
 * to no release, so they outlive updates and restarts; seven days after the last key they are thrown away.
 */
@NullMarked
package vn.kientao.platform.web.draft;

import org.jspecify.annotations.NullMarked;
