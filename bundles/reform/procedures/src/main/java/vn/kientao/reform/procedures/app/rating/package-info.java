/**
 * Keeps ratings of dossiers, lets moderators hide words that have no place there, and takes the ratings of a period
 * together.
 */
@NullMarked
package vn.kientao.reform.procedures.app.rating;

import org.jspecify.annotations.NullMarked;
