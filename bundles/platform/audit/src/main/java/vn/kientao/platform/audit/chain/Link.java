package vn.kientao.platform.audit.chain;

/**
 * An entry in its place in the chain.
 *
 * @param sequence counted from 1 without a gap
 * @param hash {@link Chain#hash} of the place, the hash before it and the entry
 */
public record Link(long sequence, Entry entry, String hash) {}
