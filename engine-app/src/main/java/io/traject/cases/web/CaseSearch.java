package io.traject.cases.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.CaseFilter;
import io.traject.cases.CaseList;
import io.traject.kernel.lists.Portion;
import io.traject.web.SearchSection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Cases in the search of the top bar. */
@Component
class CaseSearch implements SearchSection {

    private final CaseList cases;
    private final Authorization authorization;

    CaseSearch(CaseList cases, Authorization authorization) {
        this.cases = cases;
        this.authorization = authorization;
    }

    @Override
    public String titleKey() {
        return "cases.list.title";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean visible() {
        return authorization.may(Permission.CASES_VIEW)
                && authorization.actor().organisation().isPresent();
    }

    @Override
    public String listPath() {
        return "/cases";
    }

    @Override
    public List<Hit> find(String text, int most) {
        var filter = new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(text));
        return cases.find(filter, new Portion("number", true, most, new Portion.From.Offset(0))).items().stream()
                .map(one -> new Hit("/cases/" + one.id(), one.number(), one.subject()))
                .toList();
    }
}
