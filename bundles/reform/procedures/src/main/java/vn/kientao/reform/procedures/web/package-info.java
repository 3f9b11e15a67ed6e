/**
 * What the module's pages share. Catalogue and desk have packages of their own.
 */
@NullMarked
package vn.kientao.reform.procedures.web;

import org.jspecify.annotations.NullMarked;
