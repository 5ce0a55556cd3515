package io.stoa.access;

import java.util.Optional;

/** Knows the people of one entrance and their passwords; implemented by the modules that keep them. */
public interface SignIn {

    Entrance entrance();

    /** Who this is, or empty when the name or the password is wrong, which it never tells apart. */
    Optional<Member> signIn(String name, String password);

    /** Who this is, by the id of the actor, after signing in earlier; empty when there is nobody such any more. */
    Optional<Member> member(String id);

    /** Whether somebody who signed in earlier may still be here. Asked often, so answered from memory. */
    boolean stillWelcome(Member member);
}
