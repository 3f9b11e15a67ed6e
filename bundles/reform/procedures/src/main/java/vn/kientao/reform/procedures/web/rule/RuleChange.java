package vn.kientao.reform.procedures.web.rule;

/**
 * What loading a row would change.
 *
 * @param part {@code deadline} or {@code form}
 * @param name as in the file
 * @param before what holds until then; empty when there is nothing of the kind
 * @param after what will hold
 * @param legalBasis empty where the file does not state the value
 * @param state whether it changed, stays, or is {@code missing}: not stated, taken over from the set before
 */
public record RuleChange(String part, String name, String before, String after, String legalBasis, String state) {}
