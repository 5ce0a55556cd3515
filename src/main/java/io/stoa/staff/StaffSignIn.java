package io.stoa.staff;

import io.stoa.access.Entrance;
import io.stoa.access.Member;
import io.stoa.access.SignIn;
import io.stoa.shared.Actor;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens the staff entrance to accounts, as long as they are open and keep their roles. */
@Component
class StaffSignIn implements SignIn {

    private final Staff staff;

    StaffSignIn(Staff staff) {
        this.staff = staff;
    }

    @Override
    public Entrance entrance() {
        return Entrance.STAFF;
    }

    @Override
    public Optional<Member> signIn(String name, String password) {
        return staff.signIn(name, password).map(StaffSignIn::member);
    }

    @Override
    public Optional<Member> member(String id) {
        return staff.remembered(new Login(id)).map(StaffSignIn::member);
    }

    @Override
    public boolean stillWelcome(Member member) {
        return staff.remembered(new Login(member.actor().id()))
                .filter(account -> account.open() && account.roles().equals(member.roles()))
                .isPresent();
    }

    private static Member member(Account account) {
        return new Member(Actor.staff(account.login().value()), account.name(), account.roles(), null, account.home());
    }
}
