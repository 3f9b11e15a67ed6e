/**
 * The database: one pool, transactions whose acknowledged writes are durable, and the migrations of each module's own
 * schema. H2 by default, PostgreSQL by one configuration file; every statement runs on both.
 */
@NullMarked
package vn.kientao.platform.data;

import org.jspecify.annotations.NullMarked;
