package io.stoa.returns.policy;

/** Another policy holds; ask {@link ReturnPolicies} for what it is now. */
public record PolicyChanged(long version) {

    public static final String TYPE = "returns.policy_changed";
}
