package io.traject.platform.operations.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.SubjectNames.Named;
import io.traject.platform.operations.Names;
import io.traject.platform.operations.ResendCommands;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.workers.engine.EngineCommandQueue;
import io.traject.workers.engine.EngineCommandQueue.FailingCommand;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The commands that the engine keeps refusing, or can't be reached for. */
@Controller
@RequestMapping("/operations/commands")
class CommandsPage {

    private static final int SUBJECTS_SHOWN = 3;

    private final EngineCommandQueue queue;
    private final ResendCommands resendCommands;
    private final Names names;
    private final Authorization authorization;

    CommandsPage(EngineCommandQueue queue, ResendCommands resendCommands, Names names, Authorization authorization) {
        this.queue = queue;
        this.resendCommands = resendCommands;
        this.names = names;
        this.authorization = authorization;
    }

    /** @param more how many things it is about that are not named */
    record Row(FailingCommand command, List<Named> subjects, int more) {}

    @GetMapping
    String list(@ListDefaults(sort = "-lastAttempt") ListQuery query, Model model) {
        authorization.requireForInstallation(Permission.OPERATIONS);
        List<FailingCommand> failing = queue.failing(query.offset(), query.size());
        Map<UUID, Named> named = names.of(failing.stream()
                .flatMap(command -> command.subjects().stream().limit(SUBJECTS_SHOWN))
                .distinct()
                .toList());
        List<Row> rows = failing.stream().map(command -> row(command, named)).toList();
        model.addAttribute("list", new ListPage<>(query, rows, queue.failingCount(), false));
        model.addAttribute("waiting", queue.length());
        model.addAttribute("oldest", queue.oldestDue().orElse(null));
        return "platform/operations/commands";
    }

    private static Row row(FailingCommand command, Map<UUID, Named> named) {
        List<Named> shown = command.subjects().stream()
                .limit(SUBJECTS_SHOWN)
                .flatMap(id -> Stream.ofNullable(named.get(id)))
                .toList();
        return new Row(command, shown, command.subjects().size() - shown.size());
    }

    @GetMapping("/resend")
    String ask(@RequestParam(required = false) @Nullable UUID id, Model model) {
        authorization.requireForInstallation(Permission.OPERATIONS);
        model.addAttribute("id", id);
        model.addAttribute("count", id == null ? queue.failingCount() : 1);
        return "platform/operations/resend";
    }

    @PostMapping("/resend")
    String resend(@RequestParam(required = false) @Nullable UUID id, RedirectAttributes redirect) {
        int sent = id == null ? resendCommands.resendAll() : resendCommands.resend(id);
        Flash.info(redirect, "platform.operations.commands.resent", sent);
        return "redirect:/operations/commands";
    }
}
