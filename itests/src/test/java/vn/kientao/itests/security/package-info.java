/**
 * The walls of the assembled product: who gets through which route, in which agency, to which object, and what every
 * answer carries.
 */
@NullMarked
package vn.kientao.itests.security;

import org.jspecify.annotations.NullMarked;
