/** The same verbs for programs, under {@code /api/v1/admin} and {@code /api/v1/{agency}/catalogue}. */
@NullMarked
package vn.kientao.platform.console.rest;

import org.jspecify.annotations.NullMarked;
