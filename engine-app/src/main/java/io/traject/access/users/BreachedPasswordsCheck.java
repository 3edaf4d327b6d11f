package io.traject.access.users;

import io.traject.access.BreachedPasswords;
import io.traject.kernel.SetUpCheck;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The list of breached passwords that comes with the product protects nobody. */
@Component
@Order(25)
class BreachedPasswordsCheck implements SetUpCheck {

    private final List<BreachedPasswords> lists;

    BreachedPasswordsCheck(List<BreachedPasswords> lists) {
        this.lists = lists;
    }

    @Override
    public String titleKey() {
        return "access.check.breachedPasswords";
    }

    @Override
    public Finding look() {
        return lists.stream().allMatch(SampleOfBreachedPasswords.class::isInstance)
                ? Finding.warning("access.check.breachedPasswords.sample")
                : Finding.ok("access.check.breachedPasswords.ok");
    }
}
