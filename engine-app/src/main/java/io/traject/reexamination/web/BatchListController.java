package io.traject.reexamination.web;

import io.traject.reexamination.BatchDirectory;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The batch overview: every upload of the municipality and what became of it. */
@Controller
class BatchListController {

    private final BatchDirectory batches;

    BatchListController(BatchDirectory batches) {
        this.batches = batches;
    }

    @GetMapping("/re-examinations")
    String list(
            @ListDefaults(
                            sort = "-uploadedAt",
                            sortable = {"uploadedAt", "fileName", "rowCount"})
                    ListQuery query,
            Model model) {
        model.addAttribute("list", ListPage.of(query, batches.list(query.pageable())));
        return "reexamination/list";
    }
}
