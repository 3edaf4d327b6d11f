package io.traject.access.audit;

import io.traject.access.AccessLog;
import io.traject.access.Actor;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.access.FilePlaces;
import io.traject.access.LooksAt;
import io.traject.access.PersonalFile;
import java.lang.reflect.Method;
import java.util.UUID;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Notes a look around every handler that {@link LooksAt} something: after it has decided what to show, before that is sent. */
@Configuration(proxyBeanMethods = false)
class LooksAreLogged {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor looksAdvisor(
            ObjectProvider<AccessLog> log,
            ObjectProvider<Authorization> authorization,
            ObjectProvider<FilePlaces> places) {
        var pointcut = new ComposablePointcut(AnnotationMatchingPointcut.forClassAnnotation(LooksAt.class))
                .union(AnnotationMatchingPointcut.forMethodAnnotation(LooksAt.class));
        return new DefaultPointcutAdvisor(
                pointcut, (MethodInterceptor) call -> logged(call, log, authorization, places));
    }

    private static @Nullable Object logged(
            MethodInvocation call,
            ObjectProvider<AccessLog> log,
            ObjectProvider<Authorization> authorization,
            ObjectProvider<FilePlaces> places)
            throws Throwable {
        Object answer = call.proceed();
        Method handler = call.getMethod();
        if (AnnotatedElementUtils.hasAnnotation(handler, RequestMapping.class) && !leadsElsewhere(answer)) {
            LooksAt looks = looksAt(handler);
            Actor actor = authorization.getObject().actor();
            UUID organisation = actor.organisation().orElse(AuditedObject.INSTALLATION);
            PersonalFile file = PersonalFile.of(looks.value(), id(call, looks), organisation);
            log.getObject().looked(placed(file, places), looks.part());
        }
        return answer;
    }

    private static PersonalFile placed(PersonalFile file, ObjectProvider<FilePlaces> places) {
        return places.stream()
                .filter(room -> room.kind() == file.kind())
                .flatMap(room -> room.placeOf(file.id()).stream())
                .findFirst()
                .map(file::at)
                .orElse(file);
    }

    private static LooksAt looksAt(Method handler) {
        LooksAt own = AnnotatedElementUtils.findMergedAnnotation(handler, LooksAt.class);
        if (own != null) {
            return own;
        }
        LooksAt ofAll = AnnotatedElementUtils.findMergedAnnotation(handler.getDeclaringClass(), LooksAt.class);
        if (ofAll == null) {
            throw new IllegalStateException("Looks at nothing: " + handler);
        }
        return ofAll;
    }

    private static UUID id(MethodInvocation call, LooksAt looks) {
        var parameters = call.getMethod().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].isAnnotationPresent(PathVariable.class)
                    && parameters[i].getName().equals(looks.id())
                    && call.getArguments()[i] instanceof UUID id) {
                return id;
            }
        }
        throw new IllegalStateException("No id '" + looks.id() + "' of a file in " + call.getMethod());
    }

    private static boolean leadsElsewhere(@Nullable Object answer) {
        return switch (answer) {
            case String view -> view.startsWith("redirect:");
            case ModelAndView page ->
                page.getViewName() != null && page.getViewName().startsWith("redirect:");
            case ResponseEntity<?> response -> !response.getStatusCode().is2xxSuccessful();
            case null, default -> false;
        };
    }
}
